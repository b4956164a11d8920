using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Core.Places;
using Bot.Core.Topics;

namespace Bot.Core.Moving;

/// <summary>Packs up what is set and planned in a chat.</summary>
public sealed class Packer(
    PlaceBook places,
    FeedBook feeds,
    FilterBook filters,
    TopicBook topics,
    DigestBook digests,
    TimeProvider time
)
{
    public async Task<PackedPlace> PackAsync(Destination place, CancellationToken cancellation)
    {
        var chat = place.Chat;
        var known = await places.FindAsync(chat, cancellation);
        var within = await places.WithinAsync(chat, cancellation);
        var plan = await digests.OfChatAsync(chat, cancellation);
        var planned = plan
            .Digests.Where(d => !d.IsConfigured)
            .OrderBy(d => d.Destination.Topic, StringComparer.Ordinal)
            .ThenBy(d => d.Schedule.Rhythm.Times[0])
            .ThenBy(d => d.Name, StringComparer.Ordinal);
        var followed = await feeds.OfAsync(chat, cancellation);
        return new PackedPlace
        {
            Version = PackedPlace.Newest,
            Kind = PackedPlace.PlaceKind,
            Exported = time.GetUtcNow(),
            From = chat.ToString(),
            Title = known is { PublicTitle.Length: > 0 } ? known.PublicTitle : null,
            Settings = known is null ? null : SettingsMapping.Pack(known, known.Roles),
            Channels =
                within.Count == 0
                    ? null
                    : within.ToDictionary(
                        p => p.Place.Topic!, // Within a chat, each has one.
                        p => SettingsMapping.Pack(p, [])
                    ),
            Feeds = OrNull<PackedFeed?>([.. followed.Select(Pack)]),
            Filters = OrNull<PackedFilter?>([
                .. (await filters.InChatAsync(chat, cancellation)).Select(f =>
                    FilterMapping.Pack(f.Rule, f.Place.Topic)
                ),
            ]),
            Topics = OrNull<PackedTopic?>([
                .. (await topics.OfAsync(chat, cancellation)).SelectMany(t =>
                    t.Rules.Select(r => new PackedTopic(t.Name, FilterMapping.Pack(r, null) with { Effect = null }))
                ),
            ]),
            Digests = OrNull<PackedDigest?>([.. planned.Select(DigestMapping.Pack)]),
            LeftOut = [.. plan.Stranded.Select(d => d.Name)],
        };
    }

    /// <summary>"byline-news-lovers.json"</summary>
    public static string NameOf(PackedPlace place)
    {
        var words = string.Concat((place.Title ?? "").ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'))
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        const int MostLetters = 60;
        var name = string.Join('-', words);
        return words.Length == 0
            ? "byline.json"
            : $"byline-{name[..Math.Min(name.Length, MostLetters)].TrimEnd('-')}.json";
    }

    private static PackedFeed Pack(Followed followed) =>
        new()
        {
            Url = GivenAddress.Sayable(followed.Feed.Url.AbsoluteUri),
            Title = followed.Title.Length > 0 ? followed.Title : null,
            Folder = followed.Folder.Length > 0 ? followed.Folder : null,
            FullText = followed.IsFullText,
            Paused = followed.Paused is not null,
            Channel = followed.Place.Topic,
        };

    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : items;
}
