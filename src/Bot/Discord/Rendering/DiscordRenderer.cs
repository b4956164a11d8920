using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Typesetting;

namespace Bot.Discord.Rendering;

/// <summary>A reply as Discord's messages: one embed each, its words escaped, and under it where to go on.</summary>
internal sealed class DiscordRenderer : Typesetter
{
    private string? title;
    private bool hasBegun;

    private DiscordRenderer() { }

    /// <param name="isPrivate">True of the names of commands that are answered to the asker alone.</param>
    /// <returns>Messages that follow each other; at least one.</returns>
    public static IReadOnlyList<DiscordMessage> Render(Reply reply, Edition edition, Func<string, bool> isPrivate) =>
        Make(reply, edition, isPrivate, postKey: null);

    /// <summary>The same as pages that readers turn in one message, each with the title, a pager and the buttons of the whole.</summary>
    /// <param name="postKey">The <see cref="Post.Key"/> that the pager's buttons carry.</param>
    public static IReadOnlyList<DiscordMessage> RenderTurned(
        Reply reply,
        Edition edition,
        Func<string, bool> isPrivate,
        string postKey
    ) => Make(reply, edition, isPrivate, postKey);

    private static IReadOnlyList<DiscordMessage> Make(
        Reply reply,
        Edition edition,
        Func<string, bool> isPrivate,
        string? postKey
    )
    {
        var renderer = new DiscordRenderer();
        var set = renderer.Set(reply);
        var galley = set with { Addresses = WebAddresses.In(set.Text) };
        var colour = reply.IsRefusal ? Accent.Refusal : Accent.Answer;
        return new EmbedMaker(galley, renderer.title, colour, edition, isPrivate).Make(postKey);
    }

    public override void Heading(HeadingBlock heading)
    {
        if (!hasBegun && EmbedTitle.TryOf(heading) is { } first)
        {
            title = first;
            Pass(heading);
        }
        else
            base.Heading(heading);
        hasBegun = true;
    }

    private protected override int LinesBetweenQuotes => 2;

    private protected override bool HasRoomAroundHeadings => true;

    private protected override InlineWriter WriterOf(Compositor compositor, LineKind line)
    {
        hasBegun = true;
        return new DiscordWords(compositor, line);
    }
}
