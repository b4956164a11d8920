namespace Bot.Emulators.Desk;

/// <summary>At what moment of a call something befalls the bot's program.</summary>
public enum BlowMoment
{
    /// <summary>Nothing is kept yet.</summary>
    Asked,

    /// <summary>All is done as asked, and no answer is on its way.</summary>
    Kept,

    /// <summary>The answer has just been sent.</summary>
    Answered,
}
