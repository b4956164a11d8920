using System.Text;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>How an element's letters are meant.</summary>
internal enum TextKind
{
    /// <summary>As they stand.</summary>
    Plain,

    /// <summary>As HTML, escaped or in CDATA.</summary>
    Html,

    /// <summary>As elements of the feed's own document.</summary>
    Xml,

    /// <summary>As bytes of HTML in base64, as Atom 0.3 may have them.</summary>
    Base64,
}

/// <summary>What an element says, and how it is meant.</summary>
internal sealed record RichText(ElementContent Content, TextKind Kind)
{
    /// <summary>RSS never says how a text is meant: elements are elements, and all else is HTML.</summary>
    public static RichText Guess(ElementContent content) =>
        new(content, content.HasElements ? TextKind.Xml : TextKind.Html);

    /// <summary>Its letters, without what carries them; of XML the source.</summary>
    /// <param name="room">Where they are put together: what is returned is good until it is used again.</param>
    public ReadOnlyMemory<char> Letters(LetterBuffer room) =>
        Kind switch
        {
            TextKind.Xml => Content.Source,
            TextKind.Base64 => Decoded(Content.Letters(room)),
            _ => Content.Letters(room),
        };

    private static ReadOnlyMemory<char> Decoded(ReadOnlyMemory<char> letters)
    {
        var bytes = new byte[letters.Length];
        return Convert.TryFromBase64Chars(letters.Span, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).AsMemory()
            : letters;
    }
}
