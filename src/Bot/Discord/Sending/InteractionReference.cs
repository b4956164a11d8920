using Bot.Discord.Api.Wire;

namespace Bot.Discord.Sending;

/// <summary>Which message of an interaction an answer becomes.</summary>
internal enum AnswerPlace
{
    /// <summary>The one that was put off, or the one whose button was pressed.</summary>
    Original,

    /// <summary>The same, where only the asker sees it.</summary>
    PrivateOriginal,

    /// <summary>One more, for the asker alone.</summary>
    PrivateFollowUp,
}

/// <summary>
/// Where an interaction is answered, as the outbox keeps it: "Original:APPLICATION:INTERACTION:TOKEN". The token opens
/// nothing but this answer, and that for fifteen minutes.
/// https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
/// </summary>
internal sealed record InteractionReference(
    AnswerPlace Place,
    Snowflake Application,
    Snowflake Interaction,
    string Token
)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>An answer that is on its way when the life ends would be lost.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    public bool IsPrivate => Place != AnswerPlace.Original;

    public bool IsLiveAt(DateTimeOffset now) => now < Interaction.CreatedAt + Life - Margin;

    public override string ToString() => $"{Place}:{Application}:{Interaction}:{Token}";

    /// <returns>Null where it is none.</returns>
    public static InteractionReference? TryParse(string? written) =>
        written?.Split(':', 4) is [var place, var application, var interaction, var token]
        && Enum.TryParse<AnswerPlace>(place, out var where)
        && Snowflake.TryParse(application) is { } app
        && Snowflake.TryParse(interaction) is { } id
            ? new InteractionReference(where, app, id, token)
            : null;
}
