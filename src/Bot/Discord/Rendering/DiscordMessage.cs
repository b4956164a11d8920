using Bot.Core.Chat;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Rendering;

/// <summary>What is sent as one message.</summary>
/// <param name="Embed">Never empty; all its words together within Discord's limits.</param>
/// <param name="Rows">At most five; their custom ids are <see cref="PressId"/>s, each once.</param>
/// <param name="Actions">What the rows' buttons and options do, each once: to be kept before the message is sent.</param>
internal sealed record DiscordMessage(Embed Embed, IReadOnlyList<ActionRow> Rows, IReadOnlyList<ButtonAction> Actions);
