using System.IO.Compression;
using System.Text;

namespace Bot.Text.Stories;

/// <summary>
/// In how many articles of a sample of news a term stands: what a term is worth before the stream has taught it. The file is made by
/// <c>src/Bot.Text.Training</c>: the number of articles, the number of terms, then each term's key as the step from the one before
/// and its count, in numbers of seven bits a byte, Brotli.
/// </summary>
internal sealed class BackgroundFrequencies
{
    /// <summary>Terms of a single article are left out: as good as unknown, and the most of the file.</summary>
    public const int LeastArticles = 2;

    private static readonly Lazy<BackgroundFrequencies> Loaded = new(Load);

    private readonly uint[] _keys;
    private readonly int[] _counts;

    public BackgroundFrequencies(int articles, IEnumerable<KeyValuePair<uint, int>> counts)
    {
        var kept = counts.Where(c => c.Value >= LeastArticles).OrderBy(c => c.Key).ToList();
        Articles = articles;
        _keys = [.. kept.Select(c => c.Key)];
        _counts = [.. kept.Select(c => c.Value)];
    }

    public static BackgroundFrequencies Instance => Loaded.Value;

    public int Articles { get; }

    public int Count => _keys.Length;

    public int Of(uint term) => Array.BinarySearch(_keys, term) is var i and >= 0 ? _counts[i] : 0;

    public void Write(Stream target)
    {
        using var packed = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write7BitEncodedInt(Articles);
        writer.Write7BitEncodedInt(_keys.Length);
        var before = 0u;
        for (var i = 0; i < _keys.Length; i++)
        {
            writer.Write7BitEncodedInt((int)(_keys[i] - before));
            writer.Write7BitEncodedInt(_counts[i]);
            before = _keys[i];
        }
    }

    private static BackgroundFrequencies Load()
    {
        using var packed = typeof(BackgroundFrequencies).Assembly.GetManifestResourceStream("story-terms.counts.br")!;
        using var reader = new BinaryReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var articles = reader.Read7BitEncodedInt();
        var counts = new KeyValuePair<uint, int>[reader.Read7BitEncodedInt()];
        var key = 0u;
        for (var i = 0; i < counts.Length; i++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            counts[i] = new(key, reader.Read7BitEncodedInt());
        }

        return new BackgroundFrequencies(articles, counts);
    }
}
