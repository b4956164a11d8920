using System.Globalization;

namespace Bot.Tests.Hosting;

/// <summary>How often the bot's program is killed, and from where chance begins: BOT_KILLS and BOT_KILL_SEED.</summary>
internal sealed record KillOrder(int Kills, int Seed)
{
    public static KillOrder Given() => new(Number("BOT_KILLS", 20), Number("BOT_KILL_SEED", 4711));

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var given)
            ? given
            : usual;
}
