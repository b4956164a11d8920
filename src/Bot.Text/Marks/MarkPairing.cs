using Bot.Text.Spans;

namespace Bot.Text.Marks;

/// <summary>Pairs the marks of one paragraph, and mends what its writer left open.</summary>
/// <param name="text">The text that the paragraph stands in.</param>
/// <param name="paragraph">The paragraph.</param>
/// <param name="next">The marks that the next paragraph opens with: speech may run over to it.</param>
internal sealed class MarkPairing(string text, TextSpan paragraph, MarkFamily? next)
{
    private readonly bool _goesOn = next is not null;
    private readonly List<MarkedStretch> _stretches = [];
    private readonly Stack<Mark> _open = new();
    private readonly int[] _openOfFamily = new int[Enum.GetValues<MarkFamily>().Length];

    /// <param name="carried">True where the paragraph before was left open.</param>
    public List<MarkedStretch> Pair(List<Mark> marks, bool carried)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            if (
                mark.Closes
                && IsOpen(mark.Family)
                && !(mark.ClosesWeakly && (ClosesLater(marks, i) || RunsOver(_open.Peek())))
            )
                Close(mark);
            else if (mark.Opens)
                Open(mark);
            else if (mark.Family == MarkFamily.Double && !mark.ClosesWeakly)
                MendUnopened(mark, carried && i == 0, i + 1 < marks.Count ? marks[i + 1] : default);
        }

        MendUnclosed();
        return Nested();
    }

    private bool IsOpen(MarkFamily family) => _openOfFamily[(int)family] > 0;

    private static bool ClosesLater(List<Mark> marks, int i) =>
        i + 1 < marks.Count && marks[i + 1] is { Family: MarkFamily.Single, Closes: true, Opens: false };

    /// <summary>
    /// True of a single mark that opens a paragraph, or speech after "said:", where the next paragraph opens with one again: what
    /// looks like its end is then the apostrophe of "the workers' rights".
    /// </summary>
    private bool RunsOver(Mark opening) =>
        next == MarkFamily.Single
        && opening.Family == MarkFamily.Single
        && (
            opening.Start == paragraph.Start
            || IsLedIn(opening) && opening.End < paragraph.End && char.IsUpper(text[opening.End])
        );

    private bool IsLedIn(Mark opening)
    {
        var leadIn = TextSpan.FromBounds(paragraph.Start, opening.Start).TrimmedIn(text);
        return !leadIn.IsEmpty && text[leadIn.End - 1] is ':' or ',';
    }

    private void Open(Mark mark)
    {
        _open.Push(mark);
        _openOfFamily[(int)mark.Family]++;
    }

    private Mark Pop()
    {
        var mark = _open.Pop();
        _openOfFamily[(int)mark.Family]--;
        return mark;
    }

    private void Close(Mark closing)
    {
        var opening = Pop();
        // What another mark left open inside was a stray.
        while (opening.Family != closing.Family)
            opening = Pop();
        if (IsApostrophes(opening))
            Unread(opening.Start);
        else
            Add(opening.End, closing.Start, isClosed: true);
    }

    /// <summary>Takes back what was found since a place: stretches are added as they close, so that these are the last.</summary>
    private void Unread(int from)
    {
        while (_stretches is [.., var last] && last.Inner.Start >= from)
            _stretches.RemoveAt(_stretches.Count - 1);
    }

    /// <summary>Two apostrophes open speech as often as italics of wiki markup: what stands in them is left unread, and all marks in it.</summary>
    private bool IsApostrophes(Mark opening) => opening.Family == MarkFamily.Typewriter && text[opening.Start] == '\'';

    private void Add(int start, int end, bool isClosed)
    {
        var inner = TextSpan.FromBounds(start, Math.Max(start, end)).TrimmedIn(text);
        if (!inner.IsEmpty)
            _stretches.Add(new MarkedStretch(inner, 0, isClosed));
    }

    private void MendUnopened(Mark closing, bool startsOpen, Mark next)
    {
        if (startsOpen)
        {
            Add(paragraph.Start, closing.Start, isClosed: true);
            return;
        }

        // He said," We came": the space stands on the wrong side.
        if (
            closing.Start > paragraph.Start
            && text[closing.Start - 1] is ',' or ':'
            && next is { Family: MarkFamily.Double, Opens: false, Closes: true }
        )
        {
            Open(closing);
            return;
        }

        // "A 13" screen," he said: the mark that seemed to close was an inch.
        if (_stretches is not [.., { IsClosed: true } last] || !char.IsAsciiDigit(text[last.Inner.End - 1]))
            return;
        if (_open.TryPeek(out var between) && between.Start > last.Inner.Start)
            return;
        _stretches.RemoveAt(_stretches.Count - 1);
        Add(last.Inner.Start, closing.Start, isClosed: true);
    }

    private void MendUnclosed()
    {
        if (
            _goesOn
            && _open.Count > 0
            && _open.Last() is var outer
            && outer.Start == paragraph.Start
            && IsApostrophes(outer)
        )
        {
            _stretches.Clear();
            return;
        }

        // A single mark left open is an apostrophe, unless it opens speech that the next paragraph goes on with.
        var unclosed = _open
            .Where(m =>
                !IsApostrophes(m)
                && (
                    m.Family is not (MarkFamily.Single or MarkFamily.Typewriter)
                    || _goesOn && m.Start == paragraph.Start
                    || RunsOver(m)
                )
            )
            .Reverse()
            .ToList();
        var nextOpening = _stretches.Select(s => s.Inner.Start).Concat(unclosed.Select(m => m.End)).Order().ToList();
        foreach (var mark in unclosed)
        {
            var at = nextOpening.BinarySearch(mark.End);
            Add(mark.End, EndOf(mark, nextOpening, at < 0 ? ~at : at + 1), isClosed: false);
        }
    }

    private int EndOf(Mark mark, List<int> openings, int index)
    {
        if (index < openings.Count && EndsSentence(openings[index] - 1, mark.End))
            return openings[index] - 1;
        var leadIn = TextSpan.FromBounds(paragraph.Start, mark.Start).TrimmedIn(text);
        if (_goesOn || leadIn.IsEmpty || text[leadIn.End - 1] is ':' or ',')
            return index < openings.Count && !_goesOn ? openings[index] - 1 : paragraph.End;
        for (var i = mark.End; i + 1 < paragraph.End; i++)
            if (
                text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1])
                || index < openings.Count && i + 1 >= openings[index]
            )
                return i + 1;
        return paragraph.End;
    }

    /// <summary>Speech that goes on after a full stop was closed before it, by a mark that is missing.</summary>
    private bool EndsSentence(int at, int from)
    {
        var before = at - 1;
        while (before > from && char.IsWhiteSpace(text[before]))
            before--;
        return before > from && text[before] is '.' or '!' or '?';
    }

    private List<MarkedStretch> Nested()
    {
        _stretches.Sort((a, b) => a.Inner.CompareTo(b.Inner));
        var around = new Stack<int>();
        for (var i = 0; i < _stretches.Count; i++)
        {
            while (around.TryPeek(out var end) && end <= _stretches[i].Inner.Start)
                around.Pop();
            _stretches[i] = _stretches[i] with { Depth = around.Count };
            around.Push(_stretches[i].Inner.End);
        }

        return _stretches;
    }
}
