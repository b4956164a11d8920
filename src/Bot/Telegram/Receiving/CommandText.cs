using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Receiving;

/// <summary>A command at the head of a message: "/quotes@byline_bot by:putin".</summary>
/// <param name="Name">"quotes", lower case.</param>
/// <param name="Rest">What stands after it, trimmed.</param>
/// <param name="IsAddressed">True where our own name stands behind it.</param>
/// <param name="IsForOther">True where another's does.</param>
internal sealed record CommandText(string Name, string Rest, bool IsAddressed, bool IsForOther)
{
    /// <summary>Without the name of whom it is for.</summary>
    public string Line => $"/{Name} {Rest}".TrimEnd();

    /// <param name="me">Our own name, without "@".</param>
    /// <returns>Null where the message does not begin with a command.</returns>
    public static CommandText? Read(Message message, string? me)
    {
        // A file is given with a command as its caption.
        var (text, entities) = message.Document is null
            ? (message.Text, message.Entities)
            : (message.Caption, message.CaptionEntities);
        if (
            text is null
            || entities is not [{ Type: MessageEntityType.BotCommand, Offset: 0 } entity, ..]
            || entity.Length > text.Length
        )
            return null;
        var parts = text[1..entity.Length].Split('@', 2);
        var addressee = parts.Length > 1 ? parts[1] : null;
        var isOurs = addressee is not null && string.Equals(addressee, me, StringComparison.OrdinalIgnoreCase);
        return new CommandText(
            parts[0].ToLowerInvariant(),
            text[entity.Length..].Trim(),
            IsAddressed: isOurs,
            IsForOther: addressee is not null && !isOurs
        );
    }
}
