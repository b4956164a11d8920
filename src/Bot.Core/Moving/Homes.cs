using Bot.Core.Chat;

namespace Bot.Core.Moving;

/// <summary>
/// Where what a file has of channels is taken: into a channel that the platform says lies in the chat, for a file may
/// name any number. What is of another chat comes where the file was given.
/// </summary>
internal sealed class Homes
{
    /// <summary>The platform is asked about each.</summary>
    public const int MostChannels = 100;

    /// <summary>Channels and topics are numbers on every platform, none longer than this.</summary>
    private const int LongestNumber = 20;

    private readonly UnpackPlan plan;
    private readonly HashSet<string> here;

    private Homes(UnpackPlan plan, HashSet<string> here) => (this.plan, this.here) = (plan, here);

    /// <param name="platform">The place's; null where this program does not serve it, and so posts nothing there.</param>
    /// <param name="problems">Gets how many channels are none of the chat's.</param>
    public static async Task<Homes> FindAsync(
        PackedPlace packed,
        UnpackPlan plan,
        IChatPlatform? platform,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        if (plan.IsFromElsewhere)
            return new Homes(plan, []);
        var named = Named(packed).Distinct(StringComparer.Ordinal).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var channel in named.Take(MostChannels).Where(IsNumber))
        {
            if (platform is null || await platform.LiesInItsChatAsync(Within(plan.Place, channel), cancellation))
                seen.Add(channel);
        }

        var asked = Math.Min(named.Count, MostChannels);
        if (asked > seen.Count)
            problems.Add(new ImportProblem.Strange(asked - seen.Count));
        if (named.Count > asked)
            problems.Add(new ImportProblem.TooManyChannels(named.Count - asked));
        return new Homes(plan, seen);
    }

    /// <param name="channel">Of the file's; null for the whole chat.</param>
    /// <returns>Null where it is no channel of the chat.</returns>
    public Destination? Of(string? channel) =>
        plan.IsFromElsewhere ? plan.Place
        : channel is null ? plan.Place.Chat
        : here.Contains(channel) ? Within(plan.Place, channel)
        : null;

    private static IEnumerable<string> Named(PackedPlace packed) =>
        [
            .. packed.Channels?.Keys ?? [],
            .. (packed.Feeds ?? []).Select(f => f?.Channel).OfType<string>(),
            .. (packed.Filters ?? []).Select(f => f?.Channel).OfType<string>(),
            .. (packed.Digests ?? []).Select(d => d?.Channel).OfType<string>(),
        ];

    private static Destination Within(Destination place, string channel) =>
        place.Chat with
        {
            Address = $"{place.Chat.Address}/{channel}",
        };

    /// <summary>As its platform writes it: a place has one address.</summary>
    private static bool IsNumber(string channel) =>
        channel.Length is > 0 and <= LongestNumber && channel[0] != '0' && channel.All(char.IsAsciiDigit);
}
