using System.Text.Json.Serialization;

namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/components/reference#component-object</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(TextSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
[JsonDerivedType(typeof(Labelled), 18)]
internal abstract record Component;

/// <summary>https://docs.discord.com/developers/components/reference#action-row</summary>
internal sealed record ActionRow(IReadOnlyList<Component> Components) : Component;

/// <summary>https://docs.discord.com/developers/components/reference#button-button-styles</summary>
internal enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}

/// <summary>https://docs.discord.com/developers/components/reference#button; a link has an address, all others a custom id.</summary>
internal sealed record Button(ButtonStyle Style) : Component
{
    public string? Label { get; init; }

    public string? CustomId { get; init; }

    public Uri? Url { get; init; }

    public bool? Disabled { get; init; }
}

/// <summary>https://docs.discord.com/developers/components/reference#string-select</summary>
internal sealed record TextSelect(string CustomId, IReadOnlyList<SelectOption> Options) : Component
{
    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    /// <summary>Forms alone know it.</summary>
    public bool? Required { get; init; }
}

internal sealed record SelectOption(string Label, string Value)
{
    public string? Description { get; init; }

    public bool? Default { get; init; }
}

/// <summary>https://docs.discord.com/developers/components/reference#channel-select</summary>
internal sealed record ChannelSelect(string CustomId) : Component
{
    public IReadOnlyList<DiscordChannelType>? ChannelTypes { get; init; }

    public string? Placeholder { get; init; }

    public bool? Required { get; init; }
}

/// <summary>https://docs.discord.com/developers/components/reference#text-input</summary>
/// <param name="Style">1 for a line, 2 for a paragraph.</param>
internal sealed record TextInput(string CustomId, int Style = 1) : Component
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }
}

/// <summary>https://docs.discord.com/developers/components/reference#label</summary>
/// <param name="Component">What is filled in or chosen under it.</param>
internal sealed record Labelled(string Label, Component Component) : Component
{
    public string? Description { get; init; }
}
