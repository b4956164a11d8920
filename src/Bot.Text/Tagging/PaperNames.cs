using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Knows the names of papers by their town: "The Arizona | Republic", "the Manchester | Evening News".</summary>
internal static class PaperNames
{
    private static readonly FrozenSet<string> Papers = Language.House.Set("newspapers");
    private static readonly FrozenSet<string> Editions = Language.House.Set("editions");

    /// <returns>Where the paper's name ends that a place begins; null where none does.</returns>
    public static int? EndOf(TokenRow tokens, TaggedName name, in Passage passage)
    {
        if (name.First == passage.First || tokens[name.First - 1].Form.Folded is not "the")
            return null;
        var i = name.End;
        if (i < passage.End && Editions.Contains(tokens[i].Form.Text))
            i++;
        if (i >= passage.End || !Papers.Contains(tokens[i].Form.Text))
            return null;
        return i + 1 < passage.End && tokens[i + 1].IsWord && tokens[i + 1].Form.IsCapital ? null : i + 1;
    }
}
