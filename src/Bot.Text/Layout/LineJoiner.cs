using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>
/// Puts lines together that one paragraph was broken into. A blank line always parts; within a group a small letter goes on,
/// and in a text that is wrapped at a width a full line does.
/// </summary>
internal sealed class LineJoiner
{
    private const int WidestWrap = 130;
    private const int NarrowestWrap = 40;
    private const double FullShare = 0.7;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly int _width;
    private readonly bool _isWrapped;

    private LineJoiner(string text, List<Line> lines)
    {
        _text = text;
        _lines = lines;
        _width = lines.Count == 0 ? 0 : lines.Max(l => l.Span.Length);
        _isWrapped = _width is >= NarrowestWrap and <= WidestWrap && MostLinesAreCut();
    }

    public static List<TextSpan> Join(string text, List<Line> lines)
    {
        var joiner = new LineJoiner(text, lines);
        var passages = new List<TextSpan>();
        for (var first = 0; first < lines.Count; )
        {
            var last = first;
            var isList = joiner.BeginsList(first);
            while (last + 1 < lines.Count && !isList && joiner.GoesOn(last))
                last++;
            passages.Add(TextSpan.FromBounds(lines[first].Span.Start, lines[last].Span.End));
            first = last + 1;
        }

        return passages;
    }

    private bool GoesOn(int i)
    {
        var (line, next) = (_lines[i], _lines[i + 1]);
        if (next.IsAfterBlank)
            return false;
        var first = _text[next.Span.Start];
        if (char.IsLower(first) && !IsMarker(next.Span))
            return true;
        if (next.Indent > line.Indent + 1 || IsMarker(next.Span))
            return false;
        if (_text[line.Span.End - 1] is ',' or ';')
            return true;
        return _isWrapped && line.Span.Length >= FullShare * _width;
    }

    /// <summary>Three short lines or more that nothing ends ("features", "contact manager") are a list, small letters or not.</summary>
    private bool BeginsList(int i)
    {
        var (first, last) = (i, i);
        while (!_lines[first].IsAfterBlank && i - first < 3)
            first--;
        while (last + 1 < _lines.Count && !_lines[last + 1].IsAfterBlank && last - first < 8)
            last++;
        if (last - first < 2)
            return false;
        for (var at = first; at <= last; at++)
        {
            if (_lines[at].Span.Length > NarrowestWrap || IsEnded(_lines[at]))
                return false;
        }

        return true;
    }

    private bool MostLinesAreCut()
    {
        var (inner, cut) = (0, 0);
        for (var i = 0; i + 1 < _lines.Count; i++)
        {
            if (_lines[i + 1].IsAfterBlank)
                continue;
            inner++;
            if (_lines[i].Span.Length >= FullShare * _width && !IsEnded(_lines[i]))
                cut++;
        }

        return inner > 0 && cut * 2 >= inner;
    }

    private bool IsEnded(Line line) => _text[line.Span.End - 1] is '.' or '!' or '?' or ':' or '"' or '”' or '…';

    /// <summary>"(iv)", "b)", "2.", "- ", "• ": an item of a list begins a passage of its own.</summary>
    private bool IsMarker(TextSpan line)
    {
        var text = line.In(_text);
        if (text[0] is '•' or '⁃' or '‣' or '▪' or '●' or '■' or '◦' or '*' || text.StartsWith("- "))
            return true;
        var i = text[0] is '(' ? 1 : 0;
        var start = i;
        while (i < text.Length && i - start < 4 && char.IsAsciiLetterOrDigit(text[i]))
            i++;
        return i > start
            && i + 1 < text.Length
            && (text[i] == ')' || text[i] == '.' && char.IsAsciiDigit(text[start]))
            && text[i + 1] is ' ' or '.' or '\t';
    }
}
