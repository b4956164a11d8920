using System.Collections.Frozen;

namespace Bot.Text.Words;

/// <summary>What an abbreviation's full stop tells of the word after it.</summary>
internal enum AbbreviationKind
{
    None,

    /// <summary>Stands before a name and never ends a sentence: "Mr.", "Sen.", "St.".</summary>
    Title,

    /// <summary>An abbreviation before a number, else a word that may end a sentence: "No. 1", "p. 55".</summary>
    BeforeNumber,

    /// <summary>"Jan.": ends a sentence only where no day or year follows.</summary>
    Month,

    /// <summary>May stand within a sentence or end it; the next word tells: "Inc.", "etc.", "a.m.".</summary>
    Common,
}

/// <summary>Abbreviations of English news, with the commonest of its neighbours that are no English words.</summary>
internal static class Abbreviations
{
    private const int LongestLength = 8;

    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Table();

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="word">Without its full stop. A capitalised entry counts in capitals too, one in small letters in any case.</param>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestLength)
            return AbbreviationKind.None;
        if (BySpan.TryGetValue(word, out var kind))
            return kind;
        if (!char.IsUpper(word[0]))
            return AbbreviationKind.None;
        Span<char> folded = stackalloc char[LongestLength];
        folded = folded[..word.ToLowerInvariant(folded)];
        if (BySpan.TryGetValue(folded, out kind))
            return kind;
        folded[0] = word[0];
        return BySpan.TryGetValue(folded, out kind) ? kind : AbbreviationKind.None;
    }

    /// <summary>Whether a word is the first part of a dotted abbreviation whose parts are longer than a letter: "Ph.D.", "EE.UU.".</summary>
    public static bool IsDottedHead(ReadOnlySpan<char> word) =>
        word is "Ph" or "Psy" or "Ed" or "Sc" or "EE" or "FF" or "Lt";

    private static FrozenDictionary<string, AbbreviationKind> Table()
    {
        var table = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        Add(
            AbbreviationKind.Title,
            """
            mr mrs ms mx messrs mme mlle dr drs prof Rev Fr Hon St Ste Sts Mt Ft Pres Gov Govs Sen Sens Rep Reps Amb Atty
            Gen Lt Col Maj Capt Cpt Cmdr Sgt Cpl Pvt Adm Brig Supt Det Insp Msgr Asst Ald Treas Sec
            Sra Srta Dra Sig Dott Ing Lic Dhr Mevr Hr Fru św ks ул им г-н г-жа акад проф
            """
        );
        Add(
            AbbreviationKind.BeforeNumber,
            "no nos No Nos nr Nr p pp fig figs Fig vol Vol ch Ch Art Sec sec pt rs Rs para par op Ps núm Núm n° N° № стр ст рис тел"
        );
        Add(AbbreviationKind.Month, "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");
        Add(
            AbbreviationKind.Common,
            """
            co Inc Corp Ltd Bros Cos Jr Sr Esq LLC plc etc et al vs v ca cf viz approx est dept dist assn univ govt natl intl incl excl
            ave Ave Blvd blvd Rd Hwy Pkwy Sq Apt Bldg Ste st Mon Tue Tues Wed Thu Thur Thurs Fri Sat
            Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn
            Tex Va Vt Wash Wis Wyo Ont Que Alta
            ft lb lbs oz hr hrs min mins mph sq yd yds tsp tbsp med btw mfg mgr ed eds trans repr misc max tel ext
            bzw usw usf evtl ggf vgl bspw inkl zzgl str Str Mio Mrd Abs Aufl geb gest
            bijv nl resp ong env av aprox ej pág págs Ud Uds ecc tys mln mld zł godz np itd itp tzn tzw
            г гг тыс млн млрд руб коп др пр см
            """
        );
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(AbbreviationKind kind, string words)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                table.TryAdd(word, kind);
        }
    }
}
