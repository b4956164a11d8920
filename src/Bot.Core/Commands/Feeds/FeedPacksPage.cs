using Bot.Core.Chat;
using Bot.Core.Feeds.Packs;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Feeds;

/// <summary>What <c>/feed packs</c> says: feeds to begin with.</summary>
internal sealed class FeedPacksPage(FeedPacks packs)
{
    public Reply Write(FeedAsk ask) =>
        new([
            new HeadingBlock([new Strong(ask.Edition.Say("feed.packs"))]),
            .. packs.All.Select(p => new ParagraphBlock([
                new Strong(Title(p, ask.Edition)),
                new Small($" · {string.Join(", ", p.Feeds.Select(f => f.Name))} · "),
                ask.Hint($"add pack:{p.Name}"),
            ])),
            new ButtonBlock([
                .. packs.All.Select(p => new ReplyButton(Title(p, ask.Edition), ask.Line($"add pack:{p.Name}"))),
            ]),
        ]);

    /// <summary>"World news, English"</summary>
    public static string Title(FeedPack pack, Edition edition) =>
        edition.Say(
            "feed.pack",
            ("topic", edition.Say(TopicKey(pack.Topic))),
            ("language", edition.LanguageName(pack.Language))
        );

    private static string TopicKey(string topic) =>
        topic switch
        {
            "world" => "feed.topic-world",
            "technology" => "feed.topic-technology",
            "science" => "feed.topic-science",
            _ => "feed.topic-news",
        };
}
