using Bot.Text.Entities;
using Bot.Text.Languages;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;
using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>Reads what an article is clustered by: the terms of its title and first sentences, and its sentences.</summary>
internal static class StoryReader
{
    /// <summary>News tells the event first; what comes later is its history and its neighbours.</summary>
    public const int LeadSentences = 6;

    /// <summary>As many sentences of one article are compared with others; the rest of a longer text is of no story alone.</summary>
    public const int MostSentences = 80;

    public const int LongestLead = 1600;

    /// <summary>As much of a text is read: the sentences that are compared lie within.</summary>
    public const int LongestText = 40_000;

    public static StoryEvidence Read(
        StoryArticle article,
        int leadSentences = LeadSentences,
        int longestLead = LongestLead
    )
    {
        var text = Beginning(article.Text, LongestText);
        var blocks = LayoutReader.Read(text);
        var title = article.Title ?? LayoutReader.FindTitle(text, blocks);
        var language = LanguageGuesser.Guess(title is null ? text : $"{title}\n{text}");
        var spans = SentenceSplitter
            .Split(text, blocks, MarkScanner.Scan(text, blocks), language)
            .Take(MostSentences)
            .Select(s => s.Span)
            .ToList();
        var whole = new TextSpan(0, text.Length).TrimmedIn(text);
        if (spans.Count == 0 && !whole.IsEmpty)
            spans.Add(whole);

        var last = Math.Min(leadSentences, spans.Count) - 1;
        var lead =
            last < 0 ? "" : Beginning(TextSpan.FromBounds(spans[0].Start, spans[last].End).Of(text), longestLead);
        var terms = new TermReader(language == LanguageModel.Other ? Language.House.Tag : language);
        return new StoryEvidence(
            Lead(title, lead, terms, language),
            [.. spans.Select(s => terms.ReadSentence(text, s))],
            title is null ? null : terms.ReadSentence(title, new TextSpan(0, title.Length))
        );
    }

    /// <summary>
    /// Names are found in title and lead together, which tells the names of a headline in capitals. That is a text of its own: its
    /// terms are kept and none of its spans.
    /// </summary>
    private static IReadOnlyList<StoryTerm> Lead(string? title, string lead, TermReader terms, string language)
    {
        if (title is null)
            title = "";
        else if (lead.AsSpan().Trim().Equals(title.AsSpan().Trim(), StringComparison.Ordinal))
            lead = "";

        var read = lead.Length == 0 ? title : $"{title}\n\n{lead}";
        return terms.ReadTerms(read, Language.ReadsFully(language) ? Names(read, language) : [], title.Length);
    }

    private static IReadOnlyList<Entity> Names(string text, string language)
    {
        var blocks = LayoutReader.Read(text);
        var sentences = SentenceSplitter.Split(text, blocks, MarkScanner.Scan(text, blocks), language);
        return NameFinder.Find(text, blocks, sentences).ToEntities();
    }

    private static string Beginning(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most);
        return text[..(end > most / 2 ? end : most)];
    }
}
