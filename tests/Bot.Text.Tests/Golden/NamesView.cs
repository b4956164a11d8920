using Bot.Text.Names;

namespace Bot.Text.Tests.Golden;

/// <summary>"place Kyiv | Kyiv": each entity's kind and its names, in the order of the text.</summary>
internal sealed class NamesView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read) =>
        from entity in read.Entities
        let names = entity.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => m.Span).ToList()
        orderby names[0]
        select $"{entity.Type.ToString().ToLowerInvariant()} {string.Join(" | ", names.Select(n => OneLine(text, n)))}";
}
