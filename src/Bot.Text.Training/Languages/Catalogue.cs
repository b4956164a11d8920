using System.Buffers.Binary;
using System.Text;

namespace Bot.Text.Training.Languages;

/// <summary>A compiled catalogue of gettext: what a program says, in English and in one other language.</summary>
/// <remarks>https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html</remarks>
internal static class Catalogue
{
    private const uint Magic = 0x950412de;

    public static IEnumerable<(string English, string Translated)> Read(string path)
    {
        var file = File.ReadAllBytes(path);
        if (file.Length < 28 || Word(0) != Magic)
            yield break;
        var (count, originals, translations) = (Word(8), Word(12), Word(16));
        for (var i = 0; i < count; i++)
        {
            var english = Entry((int)originals + 8 * i);
            if (english.Length > 0)
                yield return (english[(english.IndexOf('\x4') + 1)..], Entry((int)translations + 8 * i));
        }

        uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

        // Plural forms stand after one another, a zero between.
        string Entry(int at) => Encoding.UTF8.GetString(file, (int)Word(at + 4), (int)Word(at)).Replace('\0', '\n');
    }
}
