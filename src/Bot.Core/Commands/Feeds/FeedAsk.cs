using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Feeds;

/// <summary>What somebody asks about the feeds of a place.</summary>
/// <param name="Place">The place that it is about.</param>
/// <param name="Which">What a further command must say to mean that place: nothing, or " channel:telegram:5".</param>
internal sealed record FeedAsk(CommandCall Call, Destination Place, string Which, Edition Edition)
{
    private const int LongestName = 60;

    /// <summary>What was typed for a feed: its address, its name, its number in the list.</summary>
    public string? Name => Call.Option(FeedWishes.Name);

    public bool IsSure => Call.Option(FeedWishes.Yes) == FeedWishes.IsSure;

    public bool IsDeclined => Call.Option(FeedWishes.Yes) == FeedWishes.IsNot;

    /// <summary>Null where it was not said.</summary>
    public bool? IsFullText => Call.Option(FeedWishes.Text) is { } text ? text == FeedWishes.Full : null;

    /// <summary>What was wished with an address, as a further command says it again: " folder:"World" text:full".</summary>
    public string Wishes =>
        string.Concat(
            new[] { FeedWishes.Title, FeedWishes.Folder }
                .Where(o => NameFor(o).Length > 0)
                .Select(o => $" {o}:\"{NameFor(o)}\"")
                .Concat(IsFullText is { } full ? [$" text:{(full ? FeedWishes.Full : FeedWishes.Teaser)}"] : [])
        );

    /// <summary>"world full": where a feed's text is spoken of, the last word may say which.</summary>
    public FeedAsk WithTextLast() =>
        IsFullText is null
        && Name is { } typed
        && typed.LastIndexOf(' ') is > 0 and var blank
        && typed[(blank + 1)..].ToLowerInvariant() is (FeedWishes.Full or FeedWishes.Teaser) and var text
            ? this with
            {
                Call = Call with
                {
                    Options = new Dictionary<string, string>(Call.Options, StringComparer.OrdinalIgnoreCase)
                    {
                        [FeedWishes.Name] = typed[..blank],
                        [FeedWishes.Text] = text,
                    },
                },
            }
            : this;

    /// <summary>What a feed or a folder is to be called; empty for nothing.</summary>
    public string NameFor(string option) => GivenName.Of(Call.Option(option), LongestName);

    public string Line(string words) => $"/feed {words}{Which}";

    public CommandHint Hint(string words) => new(Line(words));

    public ReplyButton Button(string label, string words, bool isInPlace = true) =>
        new(Edition.Say(label), Line(words), IsInPlace: isInPlace);
}
