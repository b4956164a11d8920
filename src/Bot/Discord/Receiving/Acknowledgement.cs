using Bot.Core.Commands;
using Bot.Discord.Api.Wire;
using Bot.Discord.Menus;
using Bot.Discord.Rendering;

namespace Bot.Discord.Receiving;

/// <summary>How Discord is told, within three seconds, that an interaction was heard.</summary>
internal enum Acknowledgement
{
    /// <summary>The answer comes as a message for all.</summary>
    Openly,

    /// <summary>The answer comes as a message for the asker alone.</summary>
    Privately,

    /// <summary>The message whose button was pressed changes.</summary>
    InPlace,

    /// <summary>A form is the answer.</summary>
    WithForm,

    /// <summary>A list of what the option may say is the answer.</summary>
    WithSuggestions,
}

/// <summary>Says how, from the interaction alone: there is no time to look anything up.</summary>
internal sealed class AcknowledgementRule(Lazy<CommandCatalog> catalog)
{
    private const long EphemeralFlag = (long)MessageFlags.Ephemeral;

    public Acknowledgement Of(Interaction interaction) =>
        interaction.Type switch
        {
            InteractionType.Autocomplete => Acknowledgement.WithSuggestions,
            InteractionType.Component => OfPress(interaction),
            _ => IsPrivate(interaction) ? Acknowledgement.Privately : Acknowledgement.Openly,
        };

    /// <summary>The custom id of the button that was pressed, or of what was chosen in a menu.</summary>
    public static string Pressed(Interaction interaction) =>
        interaction.Data?.Values is [var chosen, ..] ? chosen : interaction.Data?.CustomId ?? "";

    private static Acknowledgement OfPress(Interaction interaction) =>
        PressId.TryParse(Pressed(interaction)) switch
        {
            { Kind: PressKind.InPlace } => Acknowledgement.InPlace,
            { Kind: PressKind.Form } => Acknowledgement.WithForm,
            { Kind: PressKind.Message } when ((interaction.Message?.Flags ?? 0) & EphemeralFlag) == 0 =>
                Acknowledgement.Openly,
            _ => interaction.GuildId is null ? Acknowledgement.Openly : Acknowledgement.Privately,
        };

    /// <summary>In direct messages there is nobody else.</summary>
    private bool IsPrivate(Interaction interaction)
    {
        if (interaction.GuildId is null || interaction.Data is not { } data)
            return false;
        var name = interaction.Type switch
        {
            InteractionType.FormSubmitted => NameIn(PressId.TryParse(data.CustomId ?? "")?.Form ?? ""),
            _ when data is { Name: CommandSheet.Ask, Options: [{ Value: { } line }, ..] } => NameIn(line.ToString()),
            _ => data.Name ?? "",
        };
        return catalog.Value.Find(name) is { Description.IsAboutThePlace: true };
    }

    private static string NameIn(string line) => line.TrimStart(' ', '/').Split(' ')[0];
}
