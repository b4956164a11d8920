using Bot.Text.Names;

namespace Bot.Text.Tagging;

/// <summary>Points for each kind of name, and for none.</summary>
internal readonly record struct Evidence(double Person, double Place, double Organisation, double Nothing)
{
    public static Evidence operator +(Evidence a, Evidence b) =>
        new(a.Person + b.Person, a.Place + b.Place, a.Organisation + b.Organisation, a.Nothing + b.Nothing);

    public Evidence Scaled(double by) => new(Person * by, Place * by, Organisation * by, Nothing * by);

    /// <summary>The kind that most speaks for, null where nothing does or "none" does more.</summary>
    public EntityType? Verdict()
    {
        var best = Math.Max(Person, Math.Max(Place, Organisation));
        if (best <= 0 || best <= Nothing)
            return null;
        return best == Person ? EntityType.Person
            : best == Place ? EntityType.Place
            : EntityType.Organisation;
    }

    public static Evidence ForPerson(double points) => new(points, 0, 0, 0);

    public static Evidence ForPlace(double points) => new(0, points, 0, 0);

    public static Evidence ForOrganisation(double points) => new(0, 0, points, 0);

    public static Evidence ForNothing(double points) => new(0, 0, 0, points);
}
