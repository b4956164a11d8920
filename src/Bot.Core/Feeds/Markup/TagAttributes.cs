namespace Bot.Core.Feeds.Markup;

/// <summary>Walks a tag's attributes, quoted, unquoted and without value.</summary>
internal ref struct TagAttributes
{
    private readonly ReadOnlySpan<char> text;
    private readonly int end;
    private int at;

    public TagAttributes(ReadOnlySpan<char> text, in Tag tag)
    {
        this.text = text;
        at = tag.NameEnd;
        end = tag.End > tag.NameEnd && text[tag.End - 1] == '>' ? tag.End - 1 : tag.End;
    }

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Its references are not resolved.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    public bool MoveNext()
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '/' or '"' or '\''))
            at++;
        if (at >= end)
            return false;
        var start = at++;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or '/'))
            at++;
        Name = text[start..at];
        Value = default;
        var ahead = AfterBlanks(at);
        if (ahead < end && text[ahead] == '=')
            ReadValue(AfterBlanks(ahead + 1));
        return true;
    }

    private void ReadValue(int start)
    {
        at = start;
        if (at >= end)
            return;
        if (text[at] is '"' or '\'' && text[(at + 1)..end].IndexOf(text[at]) is >= 0 and var length)
        {
            Value = text.Slice(at + 1, length);
            at += length + 2;
            return;
        }

        while (at < end && !char.IsWhiteSpace(text[at]))
            at++;
        // <a href=page/> is empty; the slash is no part of the address.
        var isEmptyTag = at == end && end < text.Length && text[end] == '>' && at > start && text[at - 1] == '/';
        Value = text[start..(isEmptyTag ? at - 1 : at)];
    }

    private readonly int AfterBlanks(int from)
    {
        while (from < end && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }
}
