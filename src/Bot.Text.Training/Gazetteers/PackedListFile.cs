using System.IO.Compression;
using System.Text;

namespace Bot.Text.Training.Gazetteers;

/// <summary>Writes the form that <c>Bot.Text.Lexicons.PackedList</c> reads: "key TAB value" lines in ordinal order, compressed.</summary>
internal static class PackedListFile
{
    public static FileInfo Write(string path, IReadOnlyDictionary<string, string> list)
    {
        using (var file = File.Create(path))
        using (var packed = new BrotliStream(file, CompressionLevel.SmallestSize))
        using (var text = new StreamWriter(packed, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var (key, value) in list.OrderBy(e => e.Key, StringComparer.Ordinal))
                text.WriteLine(value.Length == 0 ? key : $"{key}\t{value}");
        }

        return new FileInfo(path);
    }
}
