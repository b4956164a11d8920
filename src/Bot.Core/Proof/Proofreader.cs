using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Proof;

/// <summary>Holds what a reply claims to be an article's words against the stored text.</summary>
public sealed class Proofreader(ArticleStore articles)
{
    /// <returns>True where every verbatim run stands in its article where it says so, white space folded.</returns>
    public async Task<bool> IsTrueAsync(Reply reply, CancellationToken cancellation)
    {
        foreach (var claims in VerbatimReader.Read(reply).GroupBy(v => v.Passage.Source))
        {
            var article = await articles.FindAsync(new ArticleId(claims.Key), Audience.Desk, cancellation);
            if (article is null || !claims.All(claim => Stands(claim, article.Text)))
                return false;
        }

        return true;
    }

    private static bool Stands(Verbatim claim, string text)
    {
        var (_, start, length) = claim.Passage;
        return start >= 0
            && length > 0
            && start <= text.Length - length
            && WhiteSpace.Fold(claim.Text) == WhiteSpace.Fold(text.AsSpan(start, length));
    }
}
