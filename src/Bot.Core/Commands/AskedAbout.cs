using Bot.Core.Commands.Clippings;
using Bot.Core.Spelling;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>What a quotation is to be about: words of it or of the sentence around it, or someone who is spoken of there, by whatever name.</summary>
internal sealed class AskedAbout(ReadArticle article, string about)
{
    /// <summary>A sentence without end is looked at near the quotation alone.</summary>
    private const int MostAround = 2000;

    private readonly string[] wanted = Unaccented.Of(about).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly IReadOnlyList<Entity> people = NameMatch.Best(about, article.Read.Entities, article.Text);

    public bool IsIn(Saying utterance) => utterance.Stretches.Any(s => IsIn(s.Span.Start, s.Span.End, utterance));

    private bool IsIn(int start, int end, Saying utterance)
    {
        var first = article.SentenceAt(start);
        var last = article.SentenceAt(Math.Max(start, end - 1)) ?? first;
        if (first is not null && last is not null)
            (start, end) = (
                Math.Max(article.Read.Sentences[first.Value].Span.Start, start - MostAround),
                Math.Min(article.Read.Sentences[last.Value].Span.End, end + MostAround)
            );
        var words = Unaccented
            .Of(article.Text.AsSpan(start, end - start))
            .Split([' ', ',', ';', ':', '"', '“', '”', '(', ')', '?', '!'], StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length > 0 && wanted.All(w => words.Any(word => IsMeant(w, word)))
            || people.Any(p => !utterance.IsBy(p.Id) && HasMention(p, start, end));
    }

    /// <summary>Mentions are in the text's order.</summary>
    private static bool HasMention(Entity person, int start, int end)
    {
        var (low, high) = (0, person.Mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (person.Mentions[middle].Span.Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < person.Mentions.Count && person.Mentions[low].Span.End <= end;
    }

    /// <summary>"sanction" is found in "sanctions".</summary>
    private static bool IsMeant(string wanted, string word) =>
        word.StartsWith(wanted, StringComparison.Ordinal) && word.Length - wanted.Length <= 3
        || wanted.Length > 4 && wanted.StartsWith(word, StringComparison.Ordinal) && wanted.Length - word.Length <= 2;
}
