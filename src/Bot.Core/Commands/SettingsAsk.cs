using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What somebody asks about the settings of a place.</summary>
internal sealed record SettingsAsk(CommandCall Call, PlaceMeant Meant, Edition Edition)
{
    public Destination Place => Meant.Place;

    /// <summary>What a further command must say to mean that place: nothing, or " channel:telegram:5".</summary>
    public string Which => PlaceMeant.Option(Meant.Place, Meant.Asked);

    /// <summary>What it is to be set for: the whole chat, unless it is said to be for the place alone.</summary>
    public Destination Layer => Call.Option(SettingsWishes.For) == SettingsWishes.Here ? Place : Place.Chat;

    public string? Said(string option) => Call.Option(option)?.Trim();

    public CommandHint Hint(string words) => new($"/settings {words}{Which}");
}
