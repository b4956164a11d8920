using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>
/// Names that the hand-made lists know, where the tagger saw a part of one or nothing: "European Union" is no union of its
/// own. A longer name around it keeps its words.
/// </summary>
internal sealed class ListedSpans
{
    private const WordTraits Ambiguous =
        WordTraits.Common | WordTraits.Function | WordTraits.GivenName | WordTraits.Famous | WordTraits.Nobody;

    private readonly NameSheet _sheet;
    private readonly NameText _text;
    private readonly IReadOnlyList<TaggedName> _names;
    private readonly List<TaggedName> _complete;
    private bool _takesOneWord;
    private int _next;

    private ListedSpans(NameSheet sheet, IReadOnlyList<TaggedName> names)
    {
        _sheet = sheet;
        _text = sheet.Text;
        _names = names;
        _complete = new List<TaggedName>(names.Count);
    }

    public static IReadOnlyList<TaggedName> Complete(NameSheet sheet, IReadOnlyList<TaggedName> names) =>
        Complete(sheet, names, takesOneWord: true);

    /// <summary>As <see cref="Complete(NameSheet, IReadOnlyList{TaggedName})"/>, for people's marks: a single word that they left out is no slip.</summary>
    public static IReadOnlyList<TaggedName> CompleteLong(NameSheet sheet, IReadOnlyList<TaggedName> names) =>
        Complete(sheet, names, takesOneWord: false);

    private static List<TaggedName> Complete(NameSheet sheet, IReadOnlyList<TaggedName> names, bool takesOneWord)
    {
        var spans = new ListedSpans(sheet, names) { _takesOneWord = takesOneWord };
        for (var p = 0; p < sheet.Text.Passages.Count; p++)
        {
            var passage = sheet.Text.Passages[p];
            for (var i = passage.First; i < passage.End; )
                i = spans.Read(p, passage, i);
        }

        spans.CopyUpTo(sheet.Text.Tokens.Count);
        return spans._complete;
    }

    /// <returns>The token to go on with.</returns>
    private int Read(int index, in Passage passage, int i)
    {
        var end = i + 1;
        var type = ListedNames.TypeAt(_sheet.Listed[i]);
        if (type is not null)
        {
            while (ListedNames.GoesOn(_sheet.Listed[end - 1]))
                end++;
        }
        else if (_takesOneWord)
        {
            type = TypeOfOneWord(passage, i);
            if (type == EntityType.Organisation && IsEnding(passage, end))
                end++;
        }

        if (type is not { } known)
            return i + 1;
        CopyUpTo(i);
        // A name that began before and is not over holds this one, and so does one that ends behind it.
        if (_next < _names.Count && _names[_next].First < i || EndsWithin(end) is not { } behind)
            return end;
        // One word alone may be a part of what the tagger knows better.
        if (_sheet.Listed[i] == 0 && behind > _next)
            return end;
        _next = behind;
        _complete.Add(new TaggedName(index, i, end, known));
        return end;
    }

    private EntityType? TypeOfOneWord(in Passage passage, int i)
    {
        var form = _text.Tokens[i].Form;
        if (!form.IsCapital || !passage.HasPlainCase || !form.Has(WordTraits.StartsKnownName))
            return null;
        if (
            form.Has(Ambiguous) && !(form.IsAcronym && form.Text.Contains('.'))
            || IsCapital(passage, i - 1)
            || IsCapital(passage, i + 1) && !IsEnding(passage, i + 1)
        )
            return null;
        return NameLexicon.Instance.Known.KindOf(form.Key) is { Power: >= KnownName.HandMade } known
            ? known.Type
            : null;
    }

    /// <summary>"Boeing | Co."</summary>
    private bool IsEnding(in Passage passage, int i) =>
        IsCapital(passage, i) && _text.Tokens[i].Form.Has(WordTraits.OrganisationEnding);

    private bool IsCapital(in Passage passage, int i) =>
        i >= passage.First && i < passage.End && _text.Tokens[i].IsWord && _text.Tokens[i].Form.IsCapital;

    private void CopyUpTo(int token)
    {
        for (; _next < _names.Count && _names[_next].End <= token; _next++)
            _complete.Add(_names[_next]);
    }

    /// <returns>The first name behind those that end before a token; null where one reaches over it.</returns>
    private int? EndsWithin(int end)
    {
        var n = _next;
        while (n < _names.Count && _names[n].End <= end)
            n++;
        return n == _names.Count || _names[n].First >= end ? n : null;
    }
}
