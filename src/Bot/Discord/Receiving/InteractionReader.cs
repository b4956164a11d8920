using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Discord.Menus;
using Bot.Discord.Places;
using Bot.Discord.Rendering;

namespace Bot.Discord.Receiving;

/// <summary>What an interaction means here.</summary>
internal sealed class InteractionReader(ReplyDesk replies, DiscordClient client)
{
    /// <returns>Null where it means nothing to us.</returns>
    public InboundEvent? Read(Interaction interaction, Acknowledgement how, InboxItem item)
    {
        if (interaction is not { ChannelId: { } channel, Data: { } data } || AskerOf(interaction) is not { } asker)
            return null;
        var place = DiscordAddress.Of(interaction.GuildId, channel);
        var answer = new DiscordAnswer(item, interaction, how, place, replies, client);
        return interaction.Type switch
        {
            InteractionType.Command when data.Name == CommandSheet.Ask => new InboundEvent.CommandTyped(
                data.Options is [var line, ..] ? Text(line.Value) : "",
                asker,
                place,
                answer
            ),
            InteractionType.Command when data.Type == ApplicationCommandType.Message => new InboundEvent.CommandCalled(
                Call(CommandSheet.QuotesOfMessage, [], asker, place) with
                {
                    Quoted = Pointed(interaction, data),
                },
                answer
            ),
            InteractionType.Command => new InboundEvent.CommandCalled(
                Call(data.Name ?? "", data.Options ?? [], asker, place) with
                {
                    File = Given(data),
                },
                answer
            ),
            InteractionType.Component => new InboundEvent.ButtonPressed(
                PressId.TryParse(AcknowledgementRule.Pressed(interaction))?.Key ?? "",
                asker,
                place,
                answer
            ),
            InteractionType.FormSubmitted when PressId.TryParse(data.CustomId ?? "")?.Form is { } form =>
                new InboundEvent.CommandCalled(FilledIn(form, data.Components ?? [], asker, place), answer),
            _ => null,
        };
    }

    /// <summary>A subcommand is what the option "do" says.</summary>
    private static CommandCall Call(
        string name,
        IReadOnlyList<InteractionOption> options,
        Asker asker,
        Destination place
    )
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (options is [{ Type: ApplicationCommandOptionType.Subcommand } sub])
        {
            given[SubcommandDescription.Option] = sub.Name;
            options = sub.Options ?? [];
        }

        foreach (var option in options)
        {
            if (Text(option.Value) is { Length: > 0 } value)
                given[option.Name] = value;
        }

        return new CommandCall(name, given, "", asker, place);
    }

    /// <returns>Null where none was given along.</returns>
    private static GivenFile? Given(InteractionBody data) =>
        data.Resolved?.Attachments?.Values.FirstOrDefault() is { Url: { } url } file
            ? new GivenFile(file.Filename ?? "", file.Size, url)
            : null;

    /// <summary>What was left empty is not given.</summary>
    private static CommandCall FilledIn(string form, IReadOnlyList<FormField> fields, Asker asker, Destination place)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var words = form.Split(' ', 2);
        if (words.Length > 1)
            given[SubcommandDescription.Option] = words[1];
        foreach (var field in fields.SelectMany(Within))
        {
            var value = field.Value ?? (field.Values is [var chosen, ..] ? chosen : "");
            if (field.CustomId is { } name && !string.IsNullOrWhiteSpace(value))
                given[name] = value.Trim();
        }

        return new CommandCall(words[0], given, "", asker, place);
    }

    private static IEnumerable<FormField> Within(FormField field) =>
        field switch
        {
            { Component: { } one } => Within(one),
            { Components: { Count: > 0 } several } => several.SelectMany(Within),
            _ => [field],
        };

    private static QuotedMessage Pointed(Interaction interaction, InteractionBody data)
    {
        var message = data.TargetId is { } target
            ? data.Resolved?.Messages?.GetValueOrDefault(target.ToString())
            : null;
        // What Discord shows of a link that the message holds is the page's words about itself, and not the message.
        var preview = message?.Embeds?.FirstOrDefault(e =>
            e.Url is { Length: > 0 } url && message.Content?.Contains(url, StringComparison.Ordinal) == true
        );
        var texts = new[] { message?.Content }.Concat(
            (message?.Embeds ?? []).Where(e => e != preview).SelectMany(e => new[] { e.Title, e.Description })
        );
        return new QuotedMessage(
            string.Join("\n\n", texts.Where(t => !string.IsNullOrWhiteSpace(t))),
            message?.Author is { } author ? author.GlobalName ?? author.Username ?? "" : "",
            message?.Timestamp,
            message is null
                ? null
                : new Uri(
                    $"https://discord.com/channels/{interaction.GuildId?.ToString() ?? "@me"}/{interaction.ChannelId}/{message.Id}"
                ),
            IsChosen: true
        )
        {
            Linked =
                Uri.TryCreate(preview?.Url, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
                    ? link
                    : null,
        };
    }

    private static Asker? AskerOf(Interaction interaction)
    {
        if ((interaction.Member?.User ?? interaction.User) is not { } user)
            return null;
        var may = PermissionSum.Read(interaction.Member?.Permissions);
        var isOwn = interaction.GuildId is null;
        return new Asker(
            user.Id.ToString(),
            user.GlobalName ?? user.Username ?? "",
            isOwn
            || (may & (DiscordPermissions.ManageGuild | DiscordPermissions.Administrator)) != DiscordPermissions.None
                ? Standing.Administrator
                : Standing.Reader,
            DiscordLocale.LanguageOf(interaction.Locale)
        )
        {
            Roles = [.. (interaction.Member?.Roles ?? []).Select(r => r.ToString())],
        };
    }

    private static string Text(JsonElement? value) =>
        value switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => "",
        };
}
