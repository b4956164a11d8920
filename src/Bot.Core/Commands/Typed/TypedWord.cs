namespace Bot.Core.Commands.Typed;

/// <summary>One word of a typed line.</summary>
/// <param name="Name">What stood before a colon or after two dashes, null where the word is plain.</param>
/// <param name="Text">The word, or the option's value; null where the value is still to come ("by: putin", "--by putin").</param>
/// <param name="IsQuoted">True where marks held it together.</param>
/// <param name="IsDashed">True for "--by".</param>
internal sealed record TypedWord(string? Name, string? Text, bool IsQuoted, bool IsDashed)
{
    private const string DoubleOpeners = "\"“”„«";
    private const string DoubleClosers = "\"“”»";

    /// <summary>Of their own, so that "the editors' choice" is one name.</summary>
    private const string SingleOpeners = "'‘";
    private const string SingleClosers = "'’";

    /// <summary>As it was typed, where it turns out to be no option.</summary>
    public string Plain => Name is null ? Text ?? "" : $"{(IsDashed ? "--" : "")}{Name}{(IsDashed ? "" : ":")}{Text}";

    /// <summary>As it is typed to be read as one: several words are held together by marks, and have none in them.</summary>
    public static string Marked(string words) =>
        words.Contains(' ', StringComparison.Ordinal) ? $"\"{words.Replace('"', ' ')}\"" : words;

    public static IReadOnlyList<TypedWord> ReadAll(string line)
    {
        var words = new List<TypedWord>();
        for (var at = 0; at < line.Length; )
        {
            if (char.IsWhiteSpace(line[at]))
                at++;
            else if (CloserOf(line, at) is { } close)
            {
                words.Add(new TypedWord(null, line[(at + 1)..close], IsQuoted: true, IsDashed: false));
                at = close + 1;
            }
            else
                words.Add(ReadOne(line, ref at));
        }

        return words;
    }

    private static TypedWord ReadOne(string line, ref int at)
    {
        var start = at;
        var isDashed = line.AsSpan(at).StartsWith("--") || line.AsSpan(at).StartsWith("—");
        while (at < line.Length && !char.IsWhiteSpace(line[at]))
        {
            if (!IsSeparator(line, start, at, isDashed))
            {
                at++;
                continue;
            }

            var name = line[start..at].TrimStart('-', '—');
            at++;
            if (at < line.Length && CloserOf(line, at) is { } close)
            {
                var quoted = line[(at + 1)..close];
                at = close + 1;
                return new TypedWord(name, quoted, IsQuoted: true, isDashed);
            }

            var value = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]))
                at++;
            return new TypedWord(name, at == value ? null : line[value..at], IsQuoted: false, isDashed);
        }

        return isDashed && at - start > 1 && line[start..at].Trim('-', '—').Length > 0
            ? new TypedWord(line[start..at].TrimStart('-', '—'), null, IsQuoted: false, isDashed)
            : new TypedWord(null, line[start..at], IsQuoted: false, IsDashed: false);
    }

    /// <summary>The first colon after a name, or the first equals sign after a dashed one; "https://" is a word.</summary>
    private static bool IsSeparator(string line, int start, int at, bool isDashed) =>
        at > start && (line[at] == ':' && !line.AsSpan(at).StartsWith("://") || isDashed && line[at] == '=');

    /// <returns>Where the mark that opens here is closed: before a blank or at the end. Null where none is or none does.</returns>
    private static int? CloserOf(string line, int at)
    {
        var closers =
            DoubleOpeners.Contains(line[at], StringComparison.Ordinal) ? DoubleClosers
            : SingleOpeners.Contains(line[at], StringComparison.Ordinal) ? SingleClosers
            : null;
        if (closers is null)
            return null;
        for (var i = at + 1; i < line.Length; i++)
        {
            if (
                closers.Contains(line[i], StringComparison.Ordinal)
                && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]))
            )
                return i;
        }

        return null;
    }
}
