namespace Bot.Text.Lexicons;

/// <summary>What the lists know of a word by itself. Most count only where the word is capitalised.</summary>
[Flags]
internal enum WordTraits : ulong
{
    None = 0,
    Function = 1UL << 0,

    /// <summary>A word that English writes small.</summary>
    Common = 1UL << 1,
    PersonNoun = 1UL << 2,
    Verb = 1UL << 3,
    GivenName = 1UL << 4,

    // Features are learned by these numbers: 5 stays free.
    Demonym = 1UL << 6,
    Weekday = 1UL << 7,
    Month = 1UL << 8,
    Honorific = 1UL << 9,
    Rank = 1UL << 10,
    Office = 1UL << 11,
    OfficePart = 1UL << 12,
    Suffix = 1UL << 13,
    Particle = 1UL << 14,
    OrganisationEnding = 1UL << 15,
    OrganisationHead = 1UL << 16,
    PlaceEnding = 1UL << 17,
    PlaceStart = 1UL << 18,
    PlaceHead = 1UL << 19,
    PlacePreposition = 1UL << 20,
    PlaceNoun = 1UL << 21,
    Speech = 1UL << 22,
    PersonVerb = 1UL << 23,
    Nobody = 1UL << 24,
    Female = 1UL << 25,
    Male = 1UL << 26,
    StartsKnownName = 1UL << 27,
    GroupNoun = 1UL << 28,
    Noun = 1UL << 29,
    Relation = 1UL << 30,

    Adjective = 1UL << 31,
    Plural = 1UL << 32,

    ThingEnding = 1UL << 33,

    /// <summary>A surname that news everywhere writes without a given name.</summary>
    Famous = 1UL << 34,

    Title = Honorific | Rank | Office,
}
