namespace Bot.Core.Articles.Headlines;

/// <summary>English words that show where a clause of a news sentence ends.</summary>
internal static class HeadlineWords
{
    public static readonly HashSet<string> OpensClause = Set(
        "after although amid as because before despite following if once since though unless until when where whereas which while who whom whose"
    );

    /// <summary>After a comma: who or what the words before are.</summary>
    public static readonly HashSet<string> OpensAside = Set(
        "a an aged his her its the their which who whom whose where one"
    );

    public static readonly HashSet<string> Joins = Set("and but or yet that");

    public static readonly HashSet<string> OpensPhrase = Set(
        "about across against along among around at behind between beyond by during for from in inside into near on outside over through under with within without"
    );

    public static readonly HashSet<string> Measures = Set(
        "a about almost an barely day days early ever few five four hour hours immediately just late less long minutes moments month months more nearly one only right several shortly six soon ten than the three two week weeks year years even"
    );

    /// <summary>Words that cannot stand last, and after which nothing new begins.</summary>
    public static readonly HashSet<string> LeansOnNext = Set(
        """
        a an the this that these those its his her their our my your no every each some any both either
        of to in on at by for from with into over under about against between among during without within near through across
        and or but nor yet as than if when while because before after since until although though which who whom whose where
        is are was were be been being am has have had will would could should may might must can do does did not
        very more most less such so too also just only even well known described seen named identified same mr mrs ms dr president
        """
    );

    private static readonly HashSet<string> Verbs = Set(
        """
        is are was were be been has have had will would could should may might must can cannot did does do
        said says say told tells tell wrote writes held holds won wins made makes took takes left leaves lost loses fell falls rose rises
        met meets began begins came comes went goes gave gives got gets grew grows hit hits kept keeps knew knows led leads let lets
        paid pays put puts ran runs saw sees sent sends set sets shot shows showed sold sought spoke speaks spent stood stands struck
        swept swore taught thought think thinks threw understood found finds felt feels fought flew fled forced drew drove broke brought
        bought built burst caught chose cut became become becomes beat bid bore warns wants needs plans faces kills calls urges vows
        seeks plans hopes backs opens closes remains appears seems looks says denies admits agrees accuses insists expects
        """
    );

    public static bool IsVerb(string word) =>
        Verbs.Contains(word)
        || word.Length >= 5 && word.EndsWith("ed", StringComparison.Ordinal) && word is not ("hundred" or "united");

    private static HashSet<string> Set(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
