using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Commands;

/// <summary>Which article a command means.</summary>
internal abstract record ArticlePick
{
    public sealed record Found(Article Article) : ArticlePick;

    /// <param name="Answer">None, or several: what to type next.</param>
    public sealed record Unclear(Reply Answer) : ArticlePick;
}
