using System.Collections.Frozen;

namespace Bot.Text.Cues;

/// <summary>The verbs that introduce speech, in every form.</summary>
internal static class SpeechVerbs
{
    private const string Sure = """
        say tell add ask reply respond explain note argue insist declare announce write tweet retweet claim warn state quip
        recall acknowledge admit concede remark observe joke shout exclaim retort assert contend maintain stress reiterate
        vow testify lament complain confess muse allege predict proclaim boast whisper yell fume caution clarify counter
        elaborate enthuse gush grumble grouse guffaw holler interject intone mumble murmur mutter opine plead posit
        preach protest rejoin scoff scold scream sneer snap snarl sniff stammer snort speculate theorize theorise thunder
        volunteer wisecrack bemoan deadpan chide chime crow chuckle bellow bark blurt sigh drawl hiss inquire enquire
        """;

    private const string Loose = """
        call report describe continue conclude accuse blame criticize criticise praise slam blast denounce dismiss
        label brand characterize characterise condemn cite quote mention talk speak react greet laugh smile agree deny
        question demand propose recommend request chant sing suggest advise inform assure remind promise pledge urge
        encourage instruct implore beg threaten deride mock ridicule rip attack lash rail tout hail applaud decry deplore
        reject rebuke rebut refute dispute challenge emphasize emphasise highlight underscore underline repeat conjecture
        imply hint insinuate reveal disclose confirm affirm reaffirm certify comment answer post publish email e-mail text
        message dub deem portray depict liken compare define defend justify reason rationalize reflect reminisce vent rant
        rave riff summarize summarise surmise suspect swear thank congratulate welcome apologize apologise invite decree
        guess joke tease taunt jeer heckle cheer cry weep gasp groan moan roar growl grin nod shrug beam wink frown pray
        lecture commend credit salute laud knock bash skewer excoriate lambaste lampoon berate admonish chastise upbraid
        castigate object quibble disagree concur relay recount narrate relate detail address inveigh intimate venture
        correct interrupt coax advocate marvel announce appeal warn lobby express voice begin read go:on go:after put:it
        point:out point:to refer:to press:for issue:a fire:back shoot:back hit:back push:back weigh:in cut:in jump:in sum:up
        launch:into
        """;

    private const string Faint = """
        think believe feel hope fear find wonder know hear show see want learn realize realise recognize recognise remember
        estimate expect indicate signal imagine dream decide resolve determine judge contradict prefer ponder conceive
        anticipate foresee forecast project view consider discuss offer teach support oppose endorse rule order
        """;

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["say"] = "says said saying",
        ["tell"] = "tells told telling",
        ["write"] = "writes wrote/written writing",
        ["think"] = "thinks thought thinking",
        ["feel"] = "feels felt feeling",
        ["find"] = "finds found finding",
        ["read"] = "reads read reading",
        ["speak"] = "speaks spoke/spoken speaking",
        ["sing"] = "sings sang/sung singing",
        ["shoot"] = "shoots shot shooting",
        ["cut"] = "cuts cut cutting",
        ["begin"] = "begins began/begun beginning",
        ["go"] = "goes went/gone going",
        ["put"] = "puts put putting",
        ["see"] = "sees saw/seen seeing",
        ["swear"] = "swears swore/sworn swearing",
        ["hear"] = "hears heard hearing",
        ["show"] = "shows showed/shown showing",
        ["hit"] = "hits hit hitting",
        ["know"] = "knows knew/known knowing",
        ["teach"] = "teaches taught teaching",
        ["cast"] = "casts cast casting",
        ["bet"] = "bets bet betting",
        ["forbid"] = "forbids forbade/forbidden forbidding",
        ["foresee"] = "foresees foresaw/foreseen foreseeing",
        ["forecast"] = "forecasts forecast forecasting",
        ["weep"] = "weeps wept weeping",
        ["spell"] = "spells spelled/spelt spelling",
        ["learn"] = "learns learned/learnt learning",
        ["overhear"] = "overhears overheard overhearing",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doubling = new HashSet<string>(StringComparer.Ordinal)
    {
        "admit",
        "quip",
        "rip",
        "snap",
        "plug",
        "grin",
        "nod",
        "shrug",
        "rebut",
        "sum",
        "beg",
        "dub",
        "refer",
        "concur",
        "trash",
        "chat",
        "prefer",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every form with its verb; a form of several verbs is the first one's.</summary>
    public static IEnumerable<(string Form, Lexeme Lexeme)> Forms() =>
        Lemmas(Sure, CueStrength.Sure)
            .Concat(Lemmas(Loose, CueStrength.Loose))
            .Concat(Lemmas(Faint, CueStrength.Faint))
            .SelectMany(Inflected);

    private static IEnumerable<SpeechVerb> Lemmas(string table, CueStrength strength) =>
        table
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split(':'))
            .GroupBy(entry => entry[0], StringComparer.Ordinal)
            .Select(verb => new SpeechVerb(verb.Key, strength, [.. verb.Where(e => e.Length > 1).Select(e => e[1])]));

    private static IEnumerable<(string Form, Lexeme Lexeme)> Inflected(SpeechVerb verb)
    {
        var forms = Irregular.TryGetValue(verb.Lemma, out var listed) ? listed.Split(' ') : Regular(verb.Lemma);
        // "read" is first of all what the letter read.
        if (verb.Lemma is not ("read" or "put" or "hit" or "cast" or "bet" or "forecast" or "cut"))
            yield return (verb.Lemma, Of(VerbForm.Base));
        yield return (forms[0], Of(VerbForm.Third));
        foreach (var past in forms[1].Split('/'))
            yield return (past, Of(VerbForm.Past));
        yield return (forms[2], Of(VerbForm.Gerund));

        Lexeme Of(VerbForm form) => new(WordClasses.None, verb, form);
    }

    private static string[] Regular(string lemma)
    {
        if (lemma.EndsWith('e'))
            return
            [
                lemma + "s",
                lemma + "d",
                lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma + "ing" : lemma[..^1] + "ing",
            ];
        if (lemma.EndsWith('y') && lemma[^2] is not ('a' or 'e' or 'o'))
            return [lemma[..^1] + "ies", lemma[..^1] + "ied", lemma + "ing"];
        if (
            lemma[^1] is 's' or 'x' or 'z'
            || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal)
        )
            return [lemma + "es", lemma + "ed", lemma + "ing"];
        var stem = Doubling.Contains(lemma) ? lemma + lemma[^1] : lemma;
        return [lemma + "s", stem + "ed", stem + "ing"];
    }
}
