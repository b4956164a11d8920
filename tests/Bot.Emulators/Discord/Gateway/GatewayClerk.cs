using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>Answers what a bot says on one socket. https://docs.discord.com/developers/events/gateway-events#send-events</summary>
internal sealed class GatewayClerk(Realm realm, SocketLine line)
{
    private const int MostGuildsPerShard = 2500;
    private const long KnownIntents = 0x3FFFFFF;
    private const long PrivilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);

    /// <summary>False when the socket was asked for in a way that there is not; then it is closed.</summary>
    public bool Greets(IQueryCollection query)
    {
        if (query["v"] != "10")
            return Refused(4012, "v", $"should be 10 and is \"{query["v"]}\"");
        if (query["encoding"] != "json")
            return Refused(4012, "encoding", $"should be json and is \"{query["encoding"]}\"; etf is not emulated");
        if (query["compress"].ToString() is not ("" or "zlib-stream"))
            return Refused(4012, "compress", $"\"{query["compress"]}\" is not emulated");
        line.Send(
            Frame.Payload.Of(
                Opcodes.Hello,
                new JsonObject
                {
                    ["heartbeat_interval"] = (long)realm.Options.HeartbeatInterval.TotalMilliseconds,
                    ["_trace"] = new JsonArray(),
                }
            )
        );
        return true;
    }

    /// <summary>Within the gate.</summary>
    public void Hears(JsonObject? payload)
    {
        if (payload is null || Components.Number(payload, "op") is not { } op)
        {
            Breaks(4002, "GATEWAY", "", "a payload that cannot be read");
            return;
        }

        switch (op)
        {
            case Opcodes.Heartbeat:
                Beats(payload["d"]);
                break;
            case Opcodes.Identify when line.Session is not null:
                Breaks(4005, "IDENTIFY", "", "the session is already authenticated");
                break;
            case Opcodes.Identify:
                Identifies(payload["d"] as JsonObject ?? []);
                break;
            case Opcodes.Resume when line.Session is not null:
                Breaks(4005, "RESUME", "", "the session is already authenticated");
                break;
            case Opcodes.Resume:
                Resumes(payload["d"] as JsonObject ?? []);
                break;
            case Opcodes.PresenceUpdate or Opcodes.VoiceStateUpdate or Opcodes.RequestGuildMembers:
                if (line.Session is null)
                    Breaks(4003, "GATEWAY", "op", $"op {op} before IDENTIFY");
                break;
            default:
                Breaks(4001, "GATEWAY", "op", $"{op} is no op that bots send");
                break;
        }
    }

    /// <summary>Writes down what no client should do, and closes with a code.</summary>
    public void Breaks(int code, string what, string path, string sentence)
    {
        realm.Proofreader.Refuse(new Refusal(what, path, sentence));
        line.Send(new Frame.Close(code, sentence), evenIfSilent: true);
    }

    /// <summary>The socket has ended; the session waits to be resumed unless the bot said good-bye.</summary>
    public void Leaves(bool hasGoneForGood)
    {
        lock (realm.Gate)
        {
            line.Bot?.Gateway.Remove(line);
            if (line.Session is { } session && session.Line == line)
            {
                session.Line = null;
                if (hasGoneForGood)
                    line.Bot!.Gateway.End(session);
            }

            realm.Bell.Ring();
        }
    }

    private bool Refused(int code, string path, string sentence)
    {
        Breaks(code, "CONNECT", path, sentence);
        return false;
    }

    private void Beats(JsonNode? last)
    {
        line.Pulse?.Beats();
        if (line.Bot is { } bot)
            bot.Gateway.Heartbeats++;
        var told = last is JsonValue value && value.TryGetValue<long>(out var sequence) ? sequence : 0;
        if (told > (line.Session?.Sequence ?? 0) && line.Session is not null)
            realm.Proofreader.Refuse(new Refusal("HEARTBEAT", "d", $"{told} has not been sent yet"));
        line.Send(Frame.Payload.Of(Opcodes.HeartbeatAck, null));
    }

    private void Identifies(JsonObject identify)
    {
        if (Known(identify, "IDENTIFY") is not { } bot)
            return;
        bot.Gateway.NoteIdentify();
        if (bot.Gateway.TakeRefusal() is { } code)
        {
            line.Send(new Frame.Close(code, "by order"), evenIfSilent: true);
            return;
        }

        if (identify["properties"] is not JsonObject)
            realm.Proofreader.Refuse(new Refusal("IDENTIFY", "properties", "is required and missing"));
        var (shard, shards) = Shard(identify);
        if (shard < 0 || shard >= shards)
            Breaks(4010, "IDENTIFY", "shard", $"[{shard}, {shards}] is no shard");
        else if (Intents(identify) is { } intents && HasRoom(bot, shard, shards))
            LetsIn(bot, shard, shards, intents);
    }

    private bool HasRoom(BotAccount bot, int shard, int shards)
    {
        var guilds = Guilds(bot, shard, shards).Take(MostGuildsPerShard + 1).Count();
        if (guilds > MostGuildsPerShard)
        {
            Breaks(4011, "IDENTIFY", "shard", $"one shard holds at most {MostGuildsPerShard} servers");
            return false;
        }

        if (bot.Gateway.Starts.Remaining <= 0)
        {
            Breaks(4004, "IDENTIFY", "", "all session starts of the day are used up");
            return false;
        }

        if (bot.Gateway.Starts.Passes(shard))
            return true;
        realm.Proofreader.Refuse(new Refusal("IDENTIFY", "", "less than five seconds after the last one of its group"));
        line.Send(Frame.Payload.Of(Opcodes.InvalidSession, false));
        return false;
    }

    private void LetsIn(BotAccount bot, int shard, int shards, long intents)
    {
        bot.Gateway.Starts.Spend();
        line.Session = bot.Gateway.Begin(line, shard, shards, intents);
        var guilds = Guilds(bot, shard, shards).ToList();
        line.Session.Send(
            "READY",
            new JsonObject
            {
                ["v"] = 10,
                ["user"] = AccountJson.OfMyself(bot),
                ["guilds"] = guilds.Select(GuildJson.OfUnavailable).ToJson(),
                ["session_id"] = line.Session.Id,
                ["session_type"] = "normal",
                ["resume_gateway_url"] = $"{realm.SocketUrl.ToString().TrimEnd('/')}/resume",
                ["shard"] = new JsonArray(shard, shards),
                ["application"] = new JsonObject { ["id"] = $"{bot.Id}", ["flags"] = 0 },
                ["private_channels"] = new JsonArray(),
                ["user_settings"] = new JsonObject(),
                ["relationships"] = new JsonArray(),
                ["presences"] = new JsonArray(),
                ["guild_join_requests"] = new JsonArray(),
                ["geo_ordered_rtc_regions"] = new JsonArray(),
                ["_trace"] = new JsonArray(),
            }
        );
        foreach (var guild in guilds)
            line.Session.Send("GUILD_CREATE", GuildJson.OfCreated(guild, bot));
    }

    private void Resumes(JsonObject resume)
    {
        if (Known(resume, "RESUME") is not { } bot)
            return;
        if (bot.Gateway.TakeRefusal() is { } code)
        {
            line.Send(new Frame.Close(code, "by order"), evenIfSilent: true);
            return;
        }

        var sequence = resume["seq"] is JsonValue value && value.TryGetValue<long>(out var last) ? last : -1;
        var session = bot.Gateway.Find(Components.Text(resume, "session_id") ?? "");
        if (session is not null && (sequence < 0 || sequence > session.Sequence))
        {
            Breaks(4007, "RESUME", "seq", $"{sequence} was never sent");
            return;
        }

        if (session?.Since(sequence) is not { } missed)
        {
            line.Send(Frame.Payload.Of(Opcodes.InvalidSession, false));
            return;
        }

        session.Line?.Leave();
        session.Line?.Send(new Frame.Cut(IsMidFrame: false), evenIfSilent: true);
        (session.Line, line.Session) = (line, session);
        foreach (var happened in missed)
            line.Send(happened);
        session.Send("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
        bot.Gateway.Resumes++;
    }

    /// <summary>Whose token it is; null when it is nobody's, and the socket is closed.</summary>
    private BotAccount? Known(JsonObject payload, string what)
    {
        var token = Components.Text(payload, "token") ?? "";
        var bot = realm.FindBot(token.StartsWith("Bot ", StringComparison.Ordinal) ? token[4..] : token);
        if (bot is not { IsTokenGood: true })
        {
            Breaks(4004, what, "token", "is no bot's");
            return null;
        }

        if (line.Bot is null)
            bot.Gateway.Add(line);
        return line.Bot = bot;
    }

    private long? Intents(JsonObject identify)
    {
        var intents = identify["intents"] is JsonValue value && value.TryGetValue<long>(out var bits) ? bits : -1;
        if (intents < 0 || (intents & ~KnownIntents) != 0)
            Breaks(4013, "IDENTIFY", "intents", $"{intents} has bits that mean nothing");
        else if ((intents & PrivilegedIntents) != 0)
            Breaks(4014, "IDENTIFY", "intents", "privileged intents were not granted");
        else
            return intents;
        return null;
    }

    private IEnumerable<Guild> Guilds(BotAccount bot, int shard, int shards) =>
        realm.Guilds.Where(g => (g.Id >> 22) % shards == shard && g.HasMember(bot));

    private static (int Shard, int Shards) Shard(JsonObject identify) =>
        identify["shard"] is JsonArray { Count: 2 } pair ? ((int)pair[0]!, (int)pair[1]!)
        : identify["shard"] is null ? (0, 1)
        : (-1, 0);
}
