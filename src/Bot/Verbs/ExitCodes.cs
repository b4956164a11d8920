namespace Bot.Verbs;

/// <summary>What every verb tells the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <summary>EX_CONFIG of sysexits.h.</summary>
    public const int WrongConfiguration = 78;

    /// <summary>128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
