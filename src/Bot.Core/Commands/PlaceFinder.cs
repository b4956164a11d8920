using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Which place a command is about: the one where it was given, or the one that its option <c>channel</c> names.</summary>
internal sealed class PlaceFinder(IEnumerable<IChatPlatform> platforms, PlaceBook places, Phrasebook phrasebook)
{
    public const string Option = "channel";

    /// <summary>Every command that is about a place takes it.</summary>
    public static readonly OptionDescription Described = new(Option, "place.channel", OptionKind.Place, []);

    /// <summary>
    /// Answers for the place, in the asker's language; where the named one cannot be had, says why and what mends it.
    /// </summary>
    public async Task<Reply> AnswerAsync(
        CommandCall call,
        Func<CommandCall, PlaceMeant, Edition, CancellationToken, Task<Reply>> answer,
        CancellationToken cancellation
    )
    {
        var edition = phrasebook.In(call.Asker.Language);
        if (call.Option(Option) is not { } written)
            return await answer(call, new PlaceMeant(call.Place, call.Place), edition, cancellation);
        switch (await FindAsync(written.Trim(), call, cancellation))
        {
            case PlaceLookup.Found found:
                if (found.Title.Length > 0 && found.Title != written.Trim())
                    await places.SetTitleAsync(found.Place, found.Title, cancellation);
                return await answer(call, new PlaceMeant(found.Place, call.Place), edition, cancellation);
            case PlaceLookup.NotTheirs theirs:
                return Reply.Of(edition.Line("place.not-theirs", ("title", theirs.Title)));
            default:
                return Reply.Of(edition.Line("place.unknown", ("name", Excerpt.Of(written))));
        }
    }

    /// <summary>Whoever names the place where they are has named none: what they may do there is asked as always.</summary>
    public static CommandCall WithoutHere(CommandCall call, Edition edition) =>
        call.Option(Option) is { } written && IsHere(written, edition)
            ? call with
            {
                Options = call.Options.Where(o => o.Key != Option).ToDictionary(StringComparer.Ordinal),
            }
            : call;

    /// <summary>"here", in English or in the reader's language.</summary>
    public static bool IsHere(string written, Edition edition) =>
        written.Trim() is var word
        && (
            word.Equals("here", StringComparison.OrdinalIgnoreCase)
            || word.Equals(edition.Say("digest.here"), StringComparison.OrdinalIgnoreCase)
        );

    private async Task<PlaceLookup> FindAsync(string written, CommandCall call, CancellationToken cancellation)
    {
        var platform = platforms.FirstOrDefault(p => p.Name == call.Place.Platform);
        var lookup = platform is null
            ? new PlaceLookup.Unknown()
            : await platform.FindPlaceAsync(written, call.Asker, cancellation);
        // Who may do something on one platform is nobody known on another; the operator is at home on all.
        return
            lookup is PlaceLookup.Found { Place.Platform: var found }
            && found != call.Place.Platform
            && call.Place != Destination.Terminal
            ? new PlaceLookup.Unknown()
            : lookup;
    }
}

/// <param name="Place">What the command is about.</param>
/// <param name="Asked">Where it was given.</param>
internal sealed record PlaceMeant(Destination Place, Destination Asked)
{
    public bool IsHere => Place == Asked;

    /// <summary>What a command that is given there must say to mean the place: nothing, or " channel:telegram:5".</summary>
    public static string Option(Destination place, Destination asked) =>
        place == asked ? "" : $" {PlaceFinder.Option}:{place}";
}
