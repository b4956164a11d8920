namespace Bot.Core.Chat;

/// <summary>What came of looking for roles by what somebody wrote.</summary>
public abstract record RoleLookup
{
    public sealed record Found(IReadOnlyList<PlaceRole> Roles) : RoleLookup;

    /// <param name="Written">The one that there is not, as it was written.</param>
    public sealed record Unknown(string Written) : RoleLookup;

    /// <summary>Several are called so: who administers is not left to which comes first.</summary>
    /// <param name="Written">Their name, as it was written.</param>
    public sealed record Ambiguous(string Written) : RoleLookup;

    /// <summary>The platform does not say now which there are.</summary>
    public sealed record Unreachable : RoleLookup;
}
