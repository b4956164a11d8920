using System.Collections.Frozen;

namespace Bot.Text.Sentences;

/// <summary>
/// Words that, with a capital, begin a sentence rather than go on with a name: after "U.S." they tell that the stop ends one.
/// No word that is a name too ("Will", "May", "So").
/// </summary>
internal static class SentenceOpeners
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = """
        The A An It He She They We You I This That These Those There Here His Her Their Its My Our Your
        How What When Where Why Who Which Whose Whether
        But And Or Yet Nor If Then Than As At By For From In Into Of On To With Without Within Under Over Upon Since Until Unless
        After Before During While Once Although Though Because Despite However Moreover Meanwhile Instead Still Also Even Only Just
        Some Many Most Much More Few Each Every Both Either Neither All Any No None Not Another Other Others Several
        Is Are Was Were Do Does Did Has Have Had Can Could Would Should Shall Might Must Let
        One Two Three Four Five Six Seven Eight Nine Ten
        According Asked Among Amid Between Through Throughout Against About Across Around Along Behind Beyond Like Per Versus
        Yes Well Now Today Yesterday Tomorrow Earlier Later Recently Last Next Perhaps Maybe Indeed Thus Therefore Hence Nevertheless
        It's He's She's They're We're I'm You're That's There's What's Don't Didn't Isn't Wasn't
        It’s He’s She’s They’re We’re I’m You’re That’s There’s What’s Don’t Didn’t Isn’t Wasn’t
        Der Die Das Ein Eine Er Sie Es Wir Ich Und Aber Auch Im Nach Mit Bei Il Elle Les Une Mais Dans Ce Cette Nous Vous Ils Elles
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
