using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Typesetting;

namespace Bot.Telegram.Rendering;

/// <summary>A reply as Telegram's messages: plain text with what is marked in it, so that nothing needs escaping.</summary>
public sealed class TelegramRenderer : Typesetter
{
    private TelegramRenderer() { }

    /// <returns>Messages that follow each other; at least one.</returns>
    public static IReadOnlyList<TelegramMessage> Render(Reply reply, Edition edition) =>
        PageMaker.Make(Joined(reply), edition, postKey: null);

    /// <summary>The same as pages that readers turn in one message, each with a pager and the buttons of the whole.</summary>
    /// <param name="postKey">The <see cref="Post.Key"/> that the pager's buttons carry.</param>
    public static IReadOnlyList<TelegramMessage> RenderTurned(Reply reply, Edition edition, string postKey) =>
        PageMaker.Make(Joined(reply), edition, postKey);

    private static Galley Joined(Reply reply) => Joiners.Insert(new TelegramRenderer().Set(reply));

    private protected override InlineWriter WriterOf(Compositor compositor, LineKind line) =>
        new TelegramWords(compositor, line);
}
