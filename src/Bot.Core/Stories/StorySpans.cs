using System.Globalization;
using Bot.Text.Spans;

namespace Bot.Core.Stories;

/// <summary>Stretches of a text as a row has them: "120+45 310+88".</summary>
internal static class StorySpans
{
    public static string Write(IReadOnlyList<TextSpan> spans) =>
        string.Join(' ', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}+{s.Length}")));

    public static IReadOnlyList<TextSpan> Read(string written)
    {
        var spans = new List<TextSpan>();
        foreach (var part in written.AsSpan().Split(' '))
        {
            var span = written.AsSpan(part);
            if (span.IndexOf('+') is > 0 and var plus)
                spans.Add(
                    new TextSpan(
                        int.Parse(span[..plus], CultureInfo.InvariantCulture),
                        int.Parse(span[(plus + 1)..], CultureInfo.InvariantCulture)
                    )
                );
        }

        return spans;
    }
}
