namespace Bot.Text.Tests.Golden;

/// <summary>A quoted stretch a line: the speaker's name in full ("-" where nobody is known), how it was worked out, the words.</summary>
internal sealed class SpeakersView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        read.Quotations.Select(q =>
        {
            var speakers = string.Join(" and ", q.SpeakerIds().Select(id => read.Entities.First(e => e.Id == id).Name));
            var speaker = speakers.Length > 0 ? speakers : "-";
            return $"{speaker} | {q.Resolution.ToString().ToLowerInvariant()} | {OneLine(text, q.Span)}";
        });
}
