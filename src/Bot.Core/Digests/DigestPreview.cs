using Bot.Core.Chat;

namespace Bot.Core.Digests;

/// <summary>What a digest would say.</summary>
/// <param name="Reply">Null where there is nothing new.</param>
/// <param name="Hidden">How many articles the place's filters hide.</param>
public sealed record DigestPreview(Reply? Reply, int Hidden);
