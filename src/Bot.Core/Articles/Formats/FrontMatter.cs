using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Core.Articles.Formats;

/// <summary>The YAML between two lines of dashes at the head of a Markdown file: its top-level words, names in small letters.</summary>
/// <param name="Length">From the file's start to its body.</param>
/// <param name="Fault">What is wrong with it; the words are empty then.</param>
internal sealed record FrontMatter(IReadOnlyDictionary<string, string> Words, int Length, string? Fault)
{
    private const int Longest = 64 * 1024;
    private const string Fence = "---";

    public static FrontMatter Read(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!IsFence(Line(text, 0)))
            return new FrontMatter(words, 0, null);
        var start = AfterLine(text, 0);
        for (var at = start; at < text.Length && at < Longest; at = AfterLine(text, at))
        {
            var line = Line(text, at);
            if (!IsFence(line) && !line.TrimEnd().SequenceEqual("..."))
                continue;
            var fault = ReadYaml(text[start..at], words);
            return new FrontMatter(words, AfterLine(text, at), fault);
        }

        // A rule at the head of a text, and no front matter.
        return new FrontMatter(words, 0, null);
    }

    public string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Words.TryGetValue(name, out var found) && found.Length > 0)
                return found;
        }

        return null;
    }

    /// <summary>By events and not by a tree: hostile nesting costs no stack.</summary>
    private static string? ReadYaml(string yaml, Dictionary<string, string> words)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var depth = 0;
            var isList = false;
            string? name = null;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        depth++;
                        isList = parser.Current is SequenceStart;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        if (depth == 1)
                            name = null;
                        break;
                    case Scalar scalar when depth == 1 && name is null:
                        name = scalar.Value;
                        break;
                    case Scalar scalar when depth == 1 && name is not null:
                        words[name] = scalar.Value;
                        name = null;
                        break;
                    case Scalar scalar when depth == 2 && isList && name is not null:
                        words[name] = words.TryGetValue(name, out var first)
                            ? $"{first}, {scalar.Value}"
                            : scalar.Value;
                        break;
                    case AnchorAlias when depth == 1:
                        name = null;
                        break;
                }
            }

            return null;
        }
        catch (YamlException broken)
        {
            words.Clear();
            // The fence is line 1 of the file.
            return $"it breaks at line {broken.Start.Line + 1}";
        }
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual(Fence);

    private static ReadOnlySpan<char> Line(string text, int at) => text.AsSpan(at, LineEnd(text, at) - at);

    private static int AfterLine(string text, int at) => Math.Min(text.Length, LineEnd(text, at) + 1);

    private static int LineEnd(string text, int at) =>
        text.AsSpan(at).IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
}
