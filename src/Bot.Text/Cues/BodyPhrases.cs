using Bot.Text.Names;

namespace Bot.Text.Cues;

/// <summary>Finds the name of a body that says behind it what it is: "Yonhap news agency".</summary>
internal sealed class BodyPhrases(ItemStream stream, MentionMap mentions, PhraseWords words)
{
    private const int MostOfBody = 3;

    /// <summary>The name of "Yonhap news agency", where nothing but small words stand between it and the end.</summary>
    public PlacedMention? EndingAt(int last, int limit)
    {
        for (var i = last - 1; i >= limit && i >= last - MostOfBody; i--)
        {
            if (mentions.NameAt(i) is { } name)
                return name.Type == EntityType.Organisation ? name : null;
            if (stream[i].IsCapital || !words.IsNoun(i))
                return null;
        }

        return null;
    }

    /// <summary>Where a body's name ends with what it is called: "Yonhap" with "news agency".</summary>
    public int EndOf(PlacedMention name, int limit)
    {
        if (name.Type != EntityType.Organisation)
            return name.Last;
        for (var i = Math.Min(limit, name.Last + MostOfBody); i > name.Last; i--)
            if (words.IsBody(i) && EndingAt(i, name.Last) == name)
                return i;
        return name.Last;
    }
}
