namespace Bot.Text.Tests.Golden;

/// <summary>A quoted stretch a line: the speaker's name in full ("-" where nobody is known), how it was worked out, the words.</summary>
internal sealed class SpeakersView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        read.Quotations.Select(q =>
        {
            var speaker =
                q.Together is { } pair ? $"{NameOf(pair.One, read)} and {NameOf(pair.Other, read)}"
                : q.SpeakerId is { } id ? NameOf(id, read)
                : "-";
            return $"{speaker} | {q.Resolution.ToString().ToLowerInvariant()} | {OneLine(text, q.Span)}";
        });

    private static string NameOf(int id, AnalyzedText read) => read.Entities.First(e => e.Id == id).Name;
}
