namespace Bot.Emulators.Discord.Calls;

/// <summary>Which message a bot sent with which nonce in a channel. The platform forgets after "a few minutes"; here after five.</summary>
internal sealed class Nonces(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(long Bot, long Channel, string Nonce), (Message Message, DateTimeOffset At)> _kept =
    [];

    public Message? Find(BotAccount bot, Channel channel, string nonce) =>
        _kept.TryGetValue((bot.Id, channel.Id, nonce), out var kept) && time.GetUtcNow() - kept.At < Memory
            ? kept.Message
            : null;

    public void Keep(BotAccount bot, string nonce, Message message) =>
        _kept[(bot.Id, message.Channel.Id, nonce)] = (message, time.GetUtcNow());
}
