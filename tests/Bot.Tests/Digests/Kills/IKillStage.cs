using Bot.Emulators.Programs;

namespace Bot.Tests.Digests.Kills;

/// <summary>An emulated platform, and the bot's program before it.</summary>
internal interface IKillStage
{
    IReadOnlyList<Doorstep> Doorsteps { get; }

    BotProgram Start(DirectoryInfo home);

    /// <summary>Lets something befall the program at a call, and at a moment of it, that chance chooses.</summary>
    /// <param name="posts">So many posts are still to be made.</param>
    void Strike(Random random, int posts, Action fall);

    /// <summary>Lets nothing befall it any more.</summary>
    void Spare();
}
