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
internal readonly record struct RichText(ElementContent Content, TextKind Kind)
{
    /// <summary>RSS never says how a text is meant: elements are elements, and all else is HTML.</summary>
    public static RichText Guess(ElementContent content) =>
        new(content, content.HasElements ? TextKind.Xml : TextKind.Html);

    /// <summary>Its letters, without what carries them.</summary>
    public string Text() => Kind == TextKind.Base64 ? Decoded(Content.Text()) : Content.Text();

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : text;
    }
}
