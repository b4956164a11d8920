using Bot.Core.Chat;

namespace Bot.Tests.Digests.Kills;

/// <summary>A place that digests are planned for.</summary>
/// <param name="Posts">The texts that stand there now and answer nobody.</param>
internal sealed record Doorstep(Destination Place, Func<IEnumerable<string>> Posts)
{
    public int Copies(string name) => Posts().Count(p => p.Contains(name, StringComparison.Ordinal));
}
