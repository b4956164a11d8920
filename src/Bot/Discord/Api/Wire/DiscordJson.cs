using System.Text.Json.Serialization;

namespace Bot.Discord.Api.Wire;

/// <summary>Fields that are not named here are passed over, and numbers that no enumeration knows are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(GatewayPlan))]
[JsonSerializable(typeof(DiscordApplication))]
[JsonSerializable(typeof(ApplicationCommand))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(DiscordChannel))]
[JsonSerializable(typeof(IReadOnlyList<DiscordChannel>))]
[JsonSerializable(typeof(ActiveThreads))]
[JsonSerializable(typeof(ForumPost))]
[JsonSerializable(typeof(ThreadOpening))]
[JsonSerializable(typeof(DirectChannelStart))]
[JsonSerializable(typeof(DiscordGuild))]
[JsonSerializable(typeof(DiscordMember))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(ReadyNews))]
[JsonSerializable(typeof(GuildNews))]
[JsonSerializable(typeof(ChannelNews))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
internal sealed partial class DiscordJson : JsonSerializerContext;
