using Bot.Core.Chat;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests;

/// <summary>What a digest would say.</summary>
/// <param name="Reply">Null where there is nothing new.</param>
/// <param name="Hidden">How many articles the place's filters hide.</param>
/// <param name="Failing">Null where all that the place follows can be read.</param>
public sealed record DigestPreview(Reply? Reply, int Hidden, FailingFeeds? Failing);
