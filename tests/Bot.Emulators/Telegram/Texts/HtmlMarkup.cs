using System.Globalization;
using System.Text;

namespace Bot.Emulators.Telegram.Texts;

/// <summary>
/// Reads parse_mode HTML. https://core.telegram.org/bots/api#html-style
/// </summary>
internal sealed class HtmlMarkup
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<Open> _open = new();
    private int _at;

    private HtmlMarkup(string html) => _html = html;

    /// <exception cref="FormatException">In the server's own words.</exception>
    public static FormattedText Parse(string html) => new HtmlMarkup(html).Parse();

    private FormattedText Parse()
    {
        while (_at < _html.Length)
            if (_html[_at] == '&' && TryReadReference() is { } c)
                _text.Append(c);
            else if (_html[_at] != '<')
                _text.Append(_html[_at++]);
            else if (_at + 1 < _html.Length && _html[_at + 1] == '/')
                Close();
            else
                OpenTag();
        if (_open.TryPeek(out var left))
            throw new FormatException($"Can't find end tag corresponding to start tag \"{left.Tag}\"");
        return new FormattedText(
            _text.ToString(),
            [.. _entities.Where(e => e.Length > 0).OrderBy(e => e.Offset).ThenByDescending(e => e.Length)]
        );
    }

    private string? TryReadReference()
    {
        var end = _html.IndexOf(';', _at);
        if (end < 0 || end - _at > 10)
            return null;
        var name = _html[(_at + 1)..end];
        var read = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex]
                when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var c) => Rune(c),
            ['#', .. var digits] when int.TryParse(digits, CultureInfo.InvariantCulture, out var c) => Rune(c),
            _ => null,
        };
        if (read is not null)
            _at = end + 1;
        return read;
    }

    private static string? Rune(int c) => System.Text.Rune.IsValid(c) && c > 0 ? char.ConvertFromUtf32(c) : null;

    private void OpenTag()
    {
        var begin = _at;
        var end = _html.IndexOf('>', _at);
        if (end < 0)
            throw new FormatException($"Unclosed start tag at byte offset {Bytes(begin)}");
        var inside = _html[(_at + 1)..end];
        _at = end + 1;
        var space = inside.IndexOfAny([' ', '\n', '\t']);
        var tag = (space < 0 ? inside : inside[..space]).ToLowerInvariant();
        var rest = space < 0 ? "" : inside[space..];
        var kind =
            KindOf(tag, rest)
            ?? throw new FormatException($"Unsupported start tag \"{tag}\" at byte offset {Bytes(begin)}");
        _open.Push(new Open(tag, kind, _text.Length, Attribute(rest, "href"), Attribute(rest, "class")));
    }

    private static EntityKind? KindOf(string tag, string rest) =>
        tag switch
        {
            "b" or "strong" => EntityKind.Bold,
            "i" or "em" => EntityKind.Italic,
            "u" or "ins" => EntityKind.Underline,
            "s" or "strike" or "del" => EntityKind.Strikethrough,
            "tg-spoiler" => EntityKind.Spoiler,
            "span" when rest.Contains("tg-spoiler", StringComparison.Ordinal) => EntityKind.Spoiler,
            "a" => EntityKind.TextLink,
            "code" => EntityKind.Code,
            "pre" => EntityKind.Pre,
            "blockquote" => rest.Contains("expandable", StringComparison.Ordinal)
                ? EntityKind.ExpandableBlockquote
                : EntityKind.Blockquote,
            "tg-emoji" => EntityKind.CustomEmoji,
            _ => null,
        };

    private void Close()
    {
        var begin = _at;
        var end = _html.IndexOf('>', _at);
        if (end < 0)
            throw new FormatException($"Unclosed end tag at byte offset {Bytes(begin)}");
        var tag = _html[(_at + 2)..end].Trim().ToLowerInvariant();
        _at = end + 1;
        if (!_open.TryPop(out var open))
            throw new FormatException($"Unexpected end tag at byte offset {Bytes(begin)}");
        if (tag.Length > 0 && tag != open.Tag)
            throw new FormatException(
                $"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{open.Tag}>\", found \"</{tag}>\""
            );
        var url = open.Href ?? _text.ToString(open.Start, _text.Length - open.Start);
        if (open.Kind == EntityKind.TextLink && !LinkTargets.AreFollowed(url))
            return;
        _entities.Add(
            new TextEntity(open.Kind, open.Start, _text.Length - open.Start)
            {
                Url = open.Kind == EntityKind.TextLink ? url : null,
                Language = open.Class?.Replace("language-", "", StringComparison.Ordinal),
            }
        );
    }

    private static string? Attribute(string rest, string name)
    {
        var at = rest.IndexOf($"{name}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = rest[(at + name.Length + 1)..];
        var quote = value is ['"' or '\'', ..] ? value[0] : ' ';
        value = quote == ' ' ? value : value[1..];
        var end = value.IndexOf(quote, StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(end < 0 ? value : value[..end]);
    }

    private int Bytes(int at) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, at));

    private sealed record Open(string Tag, EntityKind Kind, int Start, string? Href, string? Class);
}
