namespace Bot.Emulators.Telegram.Texts;

/// <summary>A text with what is marked in it.</summary>
public sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    /// <summary>The text as the platform keeps it: cleaned, trimmed, and with what it finds by itself.</summary>
    public FormattedText AsKept()
    {
        var cleaned = TextCleaning.Clean(this);
        var trimmed = TextCleaning.Trim(cleaned);
        return trimmed with { Entities = FoundEntities.Join(trimmed.Entities, FoundEntities.In(trimmed.Text)) };
    }

    public bool Equals(FormattedText? other) =>
        other is not null && Text == other.Text && Entities.SequenceEqual(other.Entities);

    public override int GetHashCode() => HashCode.Combine(Text, Entities.Count);
}
