using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;

namespace Bot.Core.Commands;

/// <summary>Which article a command means.</summary>
internal abstract record ArticlePick
{
    public sealed record Found(ReadArticle Article) : ArticlePick;

    /// <param name="Answer">None, or several: what to type next.</param>
    public sealed record Unclear(Reply Answer) : ArticlePick;
}
