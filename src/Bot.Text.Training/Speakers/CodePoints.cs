namespace Bot.Text.Training.Speakers;

/// <summary>Turns offsets in code points, as Python counts, into offsets in UTF-16 and back.</summary>
internal sealed class CodePoints
{
    private readonly List<int> _utf16 = [];

    public static CodePoints Of(string text)
    {
        var points = new CodePoints();
        for (var i = 0; i < text.Length; i++)
        {
            points._utf16.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
        }

        points._utf16.Add(text.Length);
        return points;
    }

    public int ToUtf16(int point) => _utf16[Math.Clamp(point, 0, _utf16.Count - 1)];

    public int FromUtf16(int offset)
    {
        var found = _utf16.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }
}
