using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Updates;

internal sealed record PendingUpdate(long Id, DateTimeOffset At, JsonObject Body);
