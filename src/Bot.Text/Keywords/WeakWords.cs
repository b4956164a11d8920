using System.Collections.Frozen;

namespace Bot.Text.Keywords;

/// <summary>English words that carry sense and yet find nothing: verbs of every story, measures, time, the newsroom's own.</summary>
internal static class WeakWords
{
    private static readonly FrozenSet<string> Words = """
        said says say saying told tell tells telling asked ask asks added adds called call calls calling made make makes making take
        takes took taken taking get gets got getting go goes going went gone come comes came coming know knows knew known think thinks
        thought want wants wanted need needs needed see sees saw seen seeing look looks looked looking find finds found give gives gave
        given giving put puts keep keeps kept let lets set sets seem seems seemed become becomes became show shows showed shown try
        tries tried trying use uses used using work works worked working feel feels felt leave leaves left hold holds held holding
        bring brings brought run runs ran running move moves moved moving believe believes believed happen happens happened remain
        remains remained expect expects expected include includes included including follow follows followed following begin begins
        began start starts started continue continues continued lead leads led leading help helps helped speak speaks spoke speaking
        talk talked talking meet meets met send sends sent pay pays paid write writes wrote written read wait stand stood hear heard
        turn turns turned win wins won lose loses lost play plays played live lives lived die died kill killed allow allows allowed
        seek seeks sought face faces faced face raise raised reach reached announce announced report reported reports reporting
        according stop stopped appear appears appeared agree agreed warn warned claim claims claimed describe described note noted
        good great big small large little new old young high low long short early late major key top best better worst bad true
        sure free full whole clear strong hard easy different several certain likely possible recent former current next last first
        second third final main important able ready close open right left wrong far near million billion thousand hundred dozen
        dozens many people person man men woman women child children guy guys everyone everybody someone anyone nobody nothing
        something anything everything thing things stuff lot lots way ways part parts kind kinds sort number numbers bit point points
        fact case cases place places side sides end ends line area areas group groups member members name names word words question
        questions answer example reason reasons idea issue issues problem problems matter result results
        time times day days week weeks weekend month months year years decade decades today tonight tomorrow yesterday morning
        afternoon evening night hour hours minute minutes moment monday tuesday wednesday thursday friday saturday sunday january
        february march april may june july august september october november december
        mr mrs ms dr sir spokesman spokeswoman spokesperson interview statement comment comments news story article reporter reporters
        one two three four five six seven eight nine ten half pct percent cent
        don't doesn't didn't can't couldn't won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't cannot
        really actually probably perhaps maybe already always never often sometimes ever yet still even again ago away back later
        soon instead rather quite almost enough especially however meanwhile together once twice ahead apart
        now myself himself herself itself themselves yourself ourselves dead alive latest fellow
        whether rose fell grew beat gave kept gets saw wrote spoke knew chose drew flew threw hit cut cost hurt east west north south
        yes no okay oh well thanks hello please
        much many whatever whenever whoever wherever no-one none nor else such due
        smaller larger bigger higher lower longer shorter older younger greater less fewer stronger weaker closer earlier
        nearby pictured photo photos picture pictures video image images caption file scroll read click share subscribe newsletter
        remember forget wonder decide suggest require provide prevent avoid receive
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns of so many stories that one alone finds none of them.</summary>
    private static readonly FrozenSet<string> Wide = """
        life body form hope care request pair couple friend parent experience service team state effort chance role term level rate
        value view mind hand head eye voice room home leader official authority office candidate supporter campaign response
        change plan control support member staff company business source detail event action process system use need start
        couple mother father son daughter wife husband brother sister family boy girl crowd fan owner resident
        country nation world city town government president minister attack victim visit trip talk deal move call vote
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words in "-ing" that are nouns of their own, with or without an article.</summary>
    private static readonly FrozenSet<string> Nouns = """
        building meeting hearing ruling shooting housing funding training warming trading banking parking polling spending wedding
        voting fishing farming mining shipping lobbying fundraising nursing engineering manufacturing policing bombing killing
        beating flooding drilling fracking gambling clothing heating hacking racing boxing wrestling swimming cycling skiing
        filming painting drawing recording marketing advertising publishing broadcasting counselling counseling rating evening
        morning string spring ring king wing thing ceiling lightning earning offering opening crossing sibling pudding sterling
        smuggling trafficking laundering bullying stalking doping profiling gerrymandering screening testing vaping smoking drinking
        nothing something anything everything during
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Determiners =
        "a an the this that these those his her its their our my your no any some every each another"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">In small letters, with straight apostrophes.</param>
    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>"quickly", "announced": no phrase of nouns ends so, and few begin so.</summary>
    public static bool EndsWeakly(string word) =>
        word.EndsWith("ly", StringComparison.Ordinal)
            && word is not ("family" or "assembly" or "supply" or "ally" or "rally" or "anomaly" or "monopoly")
        || word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4;

    /// <summary>"issuing", "causing": a verb's form, unless what stands before it says otherwise.</summary>
    public static bool IsGerund(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"funding", "hearing": a noun wherever it stands.</summary>
    public static bool IsNoun(string word) => Nouns.Contains(word);

    /// <summary>A verb follows it.</summary>
    public static bool IsModal(string word) =>
        word is "will" or "would" or "can" or "could" or "may" or "might" or "must" or "shall" or "should" or "cannot";

    public static bool IsDeterminer(string word) => Determiners.Contains(word);

    /// <summary>A word that finds its story only as part of a phrase.</summary>
    public static bool IsTooWideAlone(string word) =>
        IsAdjective(word)
        || Wide.Contains(word)
        || word.StartsWith("pro-", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("anti-", StringComparison.OrdinalIgnoreCase);

    /// <summary>"financial", "ethnic": a word that says something only with the noun after it.</summary>
    public static bool IsAdjective(string word) =>
        word.EndsWith("al", StringComparison.Ordinal)
            && word
                is not (
                    "deal"
                    or "trial"
                    or "appeal"
                    or "hospital"
                    or "capital"
                    or "festival"
                    or "metal"
                    or "animal"
                    or "goal"
                    or "coal"
                    or "scandal"
                    or "withdrawal"
                    or "referral"
                    or "approval"
                    or "arrival"
                    or "proposal"
                    or "rival"
                    or "journal"
                    or "criminal"
                    or "signal"
                    or "funeral"
                    or "terminal"
                    or "missal"
                )
        || word.EndsWith("ful", StringComparison.Ordinal)
        || word.EndsWith("ous", StringComparison.Ordinal)
        || word.EndsWith("ive", StringComparison.Ordinal)
            && word
                is not (
                    "executive"
                    or "initiative"
                    or "detective"
                    or "motive"
                    or "archive"
                    or "incentive"
                    or "narrative"
                    or "directive"
                    or "drive"
                )
        || word.EndsWith("ble", StringComparison.Ordinal)
            && word is not ("vegetable" or "cable" or "table" or "trouble" or "bubble")
        || word.EndsWith("ic", StringComparison.Ordinal)
            && word
                is not (
                    "traffic"
                    or "clinic"
                    or "topic"
                    or "pandemic"
                    or "epidemic"
                    or "music"
                    or "fabric"
                    or "critic"
                    or "mechanic"
                    or "republic"
                    or "public"
                )
        || word
            is "tough"
                or "private"
                or "poor"
                or "rich"
                or "black"
                or "white"
                or "dead"
                or "alive"
                or "safe"
                or "huge"
                or "sick"
                or "wild"
                or "naked"
                or "drunk"
                or "young"
                or "famous";
}
