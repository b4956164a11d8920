using System.Text.Json.Serialization;

namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Pong), 1)]
[JsonDerivedType(typeof(AnswerNow), 4)]
[JsonDerivedType(typeof(AnswerLater), 5)]
[JsonDerivedType(typeof(UpdateLater), 6)]
[JsonDerivedType(typeof(UpdateNow), 7)]
[JsonDerivedType(typeof(Suggest), 8)]
[JsonDerivedType(typeof(ShowForm), 9)]
internal abstract record InteractionCallback;

internal sealed record Pong : InteractionCallback;

internal sealed record AnswerNow(MessageBody Data) : InteractionCallback;

/// <summary>The answer is edited in within fifteen minutes.</summary>
internal sealed record AnswerLater(DeferredAnswer Data) : InteractionCallback
{
    public static AnswerLater Openly => new(new DeferredAnswer(MessageFlags.None));

    /// <summary>For the asker's eyes alone.</summary>
    public static AnswerLater Privately => new(new DeferredAnswer(MessageFlags.Ephemeral));
}

internal sealed record DeferredAnswer(MessageFlags Flags);

/// <summary>The message of a button is changed later, or not.</summary>
internal sealed record UpdateLater : InteractionCallback;

internal sealed record UpdateNow(MessageBody Data) : InteractionCallback;

/// <summary>At most 25 choices for what is being typed.</summary>
internal sealed record Suggest(Suggestions Data) : InteractionCallback;

internal sealed record Suggestions(IReadOnlyList<CommandChoice> Choices);

internal sealed record ShowForm(Form Data) : InteractionCallback;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal</summary>
internal sealed record Form(string CustomId, string Title, IReadOnlyList<Component> Components);
