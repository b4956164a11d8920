using System.Collections.Frozen;
using Bot.Text.Marks;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>Whether a sentence leans on the one before it: read alone, "He also …" or "But …" leaves a reader asking.</summary>
internal static class Openings
{
    private const int LongestWord = 20;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeaningWords = Split(
        """
        he she they it his her their its him them this that these those such but and or however so also then thus therefore instead
        moreover furthermore nevertheless nonetheless otherwise meanwhile additionally similarly likewise consequently hence yet still
        both another others previously earlier later neither either afterwards afterward there here nor too indeed finally besides
        er sie es ihr ihre sein seine dies diese dieser dieses aber doch und deshalb dennoch auch damit dabei dazu
        il elle ils elles ce cela cette ces mais et donc cependant leur leurs son sa ses
        él ella ellos ellas esto eso esta este pero y su sus sin además también
        он она они это его её их но и однако также поэтому этот эта
        """
    );

    /// <summary>"The move", "The decision": a noun that takes up what was just told.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TakingUp = Split(
        """
        move moves decision decisions announcement announcements statement statements comment comments remark remarks incident incidents
        claim claims findings finding report pair trio duo couple two three latter former same ruling proposal measure measures
        development developments source sources suspect victim victims man woman boy girl result results news allegations allegation charges attack attacks study poll survey
        """
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = Split(
        "he she they it we i you"
    );

    private static readonly string[] LeaningPhrases =
    [
        "as such",
        "as a result",
        "for example",
        "for instance",
        "in addition",
        "in contrast",
        "in other words",
        "in turn",
        "at the time",
        "at the same time",
        "on the other hand",
        "after that",
        "despite this",
        "despite that",
        "because of this",
        "as well",
        "what is more",
        "not only that",
        "one of them",
        "some of them",
        "all of them",
        "none of them",
        "most of them",
        "part of that",
        "by contrast",
        "instead of",
        "even so",
        "in that",
        "in this",
        "with that",
        "after this",
        "like many",
        "of those",
        "of these",
        "of them",
    ];

    public static bool Lean(string text, TextSpan sentence, MarkedStretch? opening)
    {
        Span<char> letters = stackalloc char[LongestWord];
        if (opening is { } quoted && IsWithoutSpeaker(text, sentence, quoted))
            return true;
        var start = sentence.Start;
        while (start < sentence.End && !char.IsLetterOrDigit(text[start]))
            start++;
        var first = WordAt(text, start, sentence.End);
        if (start < sentence.End && start == sentence.Start && char.IsLower(text[start]))
            return true;
        if (LeaningWords.Contains(Folded(text, first, letters)))
            return true;
        var rest = text.AsSpan(first.Start, sentence.End - first.Start);
        foreach (var phrase in LeaningPhrases)
        {
            if (rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        if (Folded(text, first, letters) is not "the")
            return false;
        var second = WordAt(text, Math.Min(first.End + 1, sentence.End), sentence.End);
        return TakingUp.Contains(Folded(text, second, letters));
    }

    /// <summary>A quotation that says nobody's name: it stands alone, or "he" said it.</summary>
    private static bool IsWithoutSpeaker(string text, TextSpan sentence, MarkedStretch quoted)
    {
        var i = quoted.Inner.End + 1;
        while (i < sentence.End && !char.IsLetterOrDigit(text[i]))
            i++;
        return i >= sentence.End
            || Pronouns.Contains(Folded(text, WordAt(text, i, sentence.End), stackalloc char[LongestWord]));
    }

    private static TextSpan WordAt(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && Letter.LengthAt(text, stop, end) is var length and > 0)
            stop += length;
        return TextSpan.FromBounds(start, stop);
    }

    private static ReadOnlySpan<char> Folded(string text, TextSpan word, Span<char> letters) =>
        word.Length > letters.Length ? "" : letters[..word.In(text).ToLowerInvariant(letters)];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Split(string words) =>
        words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
