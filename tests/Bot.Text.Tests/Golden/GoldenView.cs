using Bot.Text.Spans;

namespace Bot.Text.Tests.Golden;

/// <summary>
/// Prints one side of what was understood of a text. A view is known by its class: SentencesView is "sentences",
/// so that a new one is a new file and no list.
/// </summary>
internal abstract class GoldenView
{
    private static readonly Dictionary<string, GoldenView> Views = typeof(GoldenView)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(GoldenView)))
        .ToDictionary(
            t => t.Name[..^"View".Length].ToLowerInvariant(),
            t => (GoldenView)Activator.CreateInstance(t)!, // a class that is no Nullable<T> gives an instance
            StringComparer.Ordinal
        );

    public static GoldenView Named(string name) =>
        Views.TryGetValue(name, out var view)
            ? view
            : throw new InvalidDataException($"There is no view “{name}”; there are {string.Join(", ", Views.Keys)}.");

    /// <returns>Lines joined by \n, no line end after the last.</returns>
    public string Print(string text, AnalyzedText read) => string.Join('\n', Lines(text, read));

    protected abstract IEnumerable<string> Lines(string text, AnalyzedText read);

    /// <summary>The words of a span on one line, white space folded.</summary>
    protected static string OneLine(string text, TextSpan span) =>
        string.Join(' ', span.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
