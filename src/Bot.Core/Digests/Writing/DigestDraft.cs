using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>A digest as it would be posted.</summary>
/// <param name="Parts">Messages, in order.</param>
/// <param name="Consumes">What it tells, each with its one-based part.</param>
public sealed record DigestDraft(IReadOnlyList<Reply> Parts, IReadOnlyList<(ArticleId Article, int Part)> Consumes);
