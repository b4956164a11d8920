namespace Bot.Text.Marks;

/// <summary>Marks that may close one another; straight and curly double marks do, as writers and machines mix them.</summary>
internal enum MarkFamily
{
    Double,
    Single,
    Angle,
    SingleAngle,
    Corner,
    WhiteCorner,
    Typewriter,
}

/// <summary>What a mark may do where it stands.</summary>
[Flags]
internal enum MarkRoles
{
    None = 0,
    Opens = 1,
    Closes = 2,

    /// <summary>Closes, unless it is the apostrophe of "the workers' rights" or "goin' home".</summary>
    ClosesWeakly = 4,
}

/// <summary>One quotation mark of a paragraph.</summary>
internal readonly record struct Mark(int Start, int Length, MarkFamily Family, MarkRoles Roles)
{
    public int End => Start + Length;

    public bool Opens => Roles.HasFlag(MarkRoles.Opens);

    public bool Closes => Roles.HasFlag(MarkRoles.Closes) || ClosesWeakly;

    public bool ClosesWeakly => Roles.HasFlag(MarkRoles.ClosesWeakly);
}
