using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary>Cuts words out of an article for a reply, with the place where they stand.</summary>
internal static class Clipping
{
    public static Verbatim Of(Article article, TextSpan span, bool isStrong = false) =>
        new(WhiteSpace.Fold(span.In(article.Text)), new Passage(article.Id.Value, span.Start, span.Length), isStrong);
}
