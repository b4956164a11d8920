using Bot.Core.Commands.Clippings;
using Bot.Core.Spelling;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>What a quotation is to be about: words of it or of the sentence around it, or someone who is spoken of there, by whatever name.</summary>
internal sealed class AskedAbout(ReadArticle article, string about)
{
    private readonly string[] wanted = Unaccented.Of(about).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly IReadOnlyList<Entity> people = NameMatch.Best(about, article.Read.Entities, article.Text);

    public bool IsIn(Utterance utterance) =>
        utterance.Stretches.Any(s => IsIn(s.Span.Start, s.Span.End, utterance.SpeakerId));

    private bool IsIn(int start, int end, int? speaker)
    {
        var first = article.SentenceAt(start);
        var last = article.SentenceAt(Math.Max(start, end - 1)) ?? first;
        if (first is not null && last is not null)
            (start, end) = (
                article.Read.Sentences[first.Value].Span.Start,
                article.Read.Sentences[last.Value].Span.End
            );
        var words = Unaccented
            .Of(article.Text.AsSpan(start, end - start))
            .Split([' ', ',', ';', ':', '"', '“', '”', '(', ')', '?', '!'], StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length > 0 && wanted.All(w => words.Any(word => IsMeant(w, word)))
            || people.Any(p => p.Id != speaker && p.Mentions.Any(m => m.Span.Start >= start && m.Span.End <= end));
    }

    /// <summary>"sanction" is found in "sanctions".</summary>
    private static bool IsMeant(string wanted, string word) =>
        word.StartsWith(wanted, StringComparison.Ordinal) && word.Length - wanted.Length <= 3
        || wanted.Length > 4 && wanted.StartsWith(word, StringComparison.Ordinal) && wanted.Length - word.Length <= 2;
}
