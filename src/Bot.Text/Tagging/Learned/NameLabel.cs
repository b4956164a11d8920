using Bot.Text.Names;

namespace Bot.Text.Tagging.Learned;

/// <summary>
/// What a token is of a name, as small numbers so that sixteen scores fill one vector: 0 is no name, then for each kind
/// the first, an inner and the last token of a name, and a name of one token.
/// </summary>
internal static class NameLabel
{
    public const int None = 0;
    public const int Count = 13;

    /// <summary>Scores of a token, the unused labels included.</summary>
    public const int Lanes = 16;

    public const int First = 0;
    public const int Inner = 1;
    public const int Last = 2;
    public const int Only = 3;

    /// <summary>Nothing, person, place, organisation.</summary>
    public const int Kinds = 4;

    public static int Of(EntityType type, int part) => 1 + 4 * (int)type + part;

    public static EntityType TypeOf(int label) => (EntityType)((label - 1) / 4);

    public static int PartOf(int label) => (label - 1) % 4;

    /// <summary>0 for no name, else one more than the type's number.</summary>
    public static int KindOf(int label) => (label + 3) / 4;

    public static bool Follows(int before, int label)
    {
        var isOpen = before != None && PartOf(before) is First or Inner;
        if (label == None)
            return !isOpen;
        return PartOf(label) is First or Only ? !isOpen : isOpen && TypeOf(before) == TypeOf(label);
    }
}
