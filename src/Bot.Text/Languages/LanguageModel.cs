using System.IO.Compression;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Bot.Text.Letters;

namespace Bot.Text.Languages;

/// <summary>
/// How often each run of letters stands in each language of one script, as a logarithm over once in a million: a row of bytes a run,
/// a column a language, 0 where the language has it hardly ever. The first column stands for all languages that are not told apart.
/// </summary>
internal sealed class LanguageModel
{
    /// <summary>The name of the first column.</summary>
    public const string Other = "und";

    /// <summary>What one unit of a row is worth, as a natural logarithm.</summary>
    public const double Step = 0.25;

    /// <summary>Runs overlap, so that each letter speaks several times: the sum is taken for so much less.</summary>
    private const double Independence = 0.25;

    /// <summary>How much likelier the favoured language is, as a natural logarithm.</summary>
    private const double Favour = 3;

    /// <summary>Bytes that are added at once.</summary>
    private const int Lanes = 16;

    /// <summary>As many rows of bytes add up to no more than sixteen bits hold.</summary>
    private const int MostRows = ushort.MaxValue / byte.MaxValue;

    /// <summary>Some 3 MB when all words are kept, in the one script that has plain letters.</summary>
    private const int WordBits = 14;

    private const int WordsAtOnce = 32;

    /// <summary>For each 64 slots which of them tell, and how many of the slots before do: little enough to stay near the processor.</summary>
    private readonly (ulong Telling, int Before)[] _told = new (ulong, int)[1 << (LetterGrams.Bits - 6)];
    private readonly int[] _slots;
    private readonly byte[] _rows;

    /// <summary>The rows again, each padded so that it is added by whole vectors; the first is of zeros.</summary>
    private readonly byte[] _lanes;
    private readonly int _vectors;
    private readonly WordMemory<WordSums> _words = new(WordBits);

    /// <param name="slots">The runs that tell, in rising order.</param>
    /// <param name="rows">For each of them as many bytes as there are languages.</param>
    public LanguageModel(string script, IReadOnlyList<string> languages, int[] slots, byte[] rows)
    {
        (Script, Languages, _slots, _rows) = (script, languages, slots, rows);
        _vectors = (languages.Count + Lanes - 1) / Lanes;
        _lanes = new byte[(slots.Length + 1) * _vectors * Lanes];
        for (var row = 0; row < slots.Length; row++)
        {
            _told[slots[row] >> 6].Telling |= 1UL << slots[row];
            rows.AsSpan(row * languages.Count, languages.Count).CopyTo(_lanes.AsSpan((row + 1) * _vectors * Lanes));
        }

        for (var i = 1; i < _told.Length; i++)
            _told[i].Before = _told[i - 1].Before + BitOperations.PopCount(_told[i - 1].Telling);
    }

    public string Script { get; }

    public IReadOnlyList<string> Languages { get; }

    public int Grams => _slots.Length;

    /// <summary>The likeliest language of a text's letters in this script, with its share of all likelihood.</summary>
    /// <param name="favoured">Most articles are in it: it is likelier before a letter is read.</param>
    public (string Language, double Share) Guess(ReadOnlySpan<char> text, string favoured)
    {
        Span<int> sums = stackalloc int[_vectors * Lanes];
        sums.Clear();
        Add(text, sums, byWords: Script == "Latn" && _vectors * Lanes <= WordSums.Most);
        sums = sums[..Languages.Count];
        for (var i = 0; i < sums.Length; i++)
        {
            if (Languages[i] == favoured)
                sums[i] += (int)(Favour / (Step * Independence));
        }

        return Likeliest(sums);
    }

    /// <summary>Reads on for as many runs as there is room for.</summary>
    /// <param name="slots">Gets the slots of the runs, save those within words.</param>
    /// <param name="words">Gets the words that are taken as a whole; empty where none is.</param>
    /// <returns>How many of each; 0 of both at the text's end alone.</returns>
    private static (int Slots, int Words) Take(
        ref LetterGrams grams,
        scoped Span<int> slots,
        scoped Span<PlainWord> words
    )
    {
        var (count, known) = (0, 0);
        while (count + LetterGrams.MostAtOnce <= slots.Length && (known < words.Length || words.IsEmpty))
        {
            var read = 0;
            if (!words.IsEmpty && grams.NextPlainWord(slots[count..], out read) is { IsNone: false } word)
                words[known++] = word;
            else if ((read = grams.Next(slots[count..])) == 0)
                break;
            count += read;
        }

        return (count, known);
    }

    /// <summary>Adds all runs of a text. What waits for memory is done for many words at once, so that they wait together.</summary>
    private void Add(ReadOnlySpan<char> text, Span<int> sums, bool byWords)
    {
        var grams = new LetterGrams(text, Script);
        Span<int> slots = stackalloc int[MostRows];
        Span<PlainWord> words = stackalloc PlainWord[byWords ? WordsAtOnce : 0];
        while (Take(ref grams, slots, words) is var (count, known) && count + known > 0)
        {
            var met = default(MetWords);
            for (var i = 0; i < known; i++)
                met[i] = OfWord(words[i]);
            var rows = RowsOf(slots[..count]);
            foreach (var word in met[..known])
                word.AddTo(sums);
            for (var vector = 0; vector < _vectors; vector++)
                Add(rows, vector, sums.Slice(vector * Lanes, Lanes));
        }
    }

    /// <summary>The rows of the slots that tell, in their room.</summary>
    private Span<int> RowsOf(Span<int> slots)
    {
        var count = 0;
        foreach (var slot in slots)
        {
            ref var told = ref _told[slot >> 6];
            var bit = 1UL << slot;
            // Whether a run tells is a toss-up, which no processor foretells: so there is no branch on it.
            slots[count] = 1 + told.Before + BitOperations.PopCount(told.Telling & (bit - 1));
            count += (int)(told.Telling >> slot) & 1;
        }

        return slots[..count];
    }

    private WordSums OfWord(PlainWord word)
    {
        if (_words.Find(word.Hash) is { } known && known.Word == word)
            return known;
        Span<int> sums = stackalloc int[_vectors * Lanes];
        sums.Clear();
        Add(word.Write(stackalloc char[PlainWord.MostLetters]), sums, byWords: false);
        return _words.Keep(word.Hash, new WordSums(word, sums));
    }

    /// <summary>Adds one vector of each row in sixteen bits, and those to the sums.</summary>
    private void Add(ReadOnlySpan<int> rows, int vector, Span<int> sums)
    {
        ref var lanes = ref MemoryMarshal.GetArrayDataReference(_lanes);
        var all = Vector256<ushort>.Zero;
        foreach (var row in rows)
            all += Vector256.WidenLower(
                Vector128.LoadUnsafe(ref lanes, (nuint)((row * _vectors + vector) * Lanes)).ToVector256()
            );
        for (var i = 0; i < sums.Length; i++)
            sums[i] += all[i];
    }

    private (string Language, double Share) Likeliest(ReadOnlySpan<int> sums)
    {
        var best = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            if (sums[i] > sums[best])
                best = i;
        }

        var all = 0.0;
        foreach (var sum in sums)
            all += Math.Exp((sum - sums[best]) * Step * Independence);
        return (Languages[best], 1 / all);
    }

    public static IReadOnlyList<LanguageModel> Load(string resource)
    {
        using var packed = typeof(LanguageModel).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new BinaryReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var models = new LanguageModel[reader.Read7BitEncodedInt()];
        for (var i = 0; i < models.Length; i++)
        {
            var script = reader.ReadString();
            var languages = reader.ReadString().Split(' ');
            var slots = new int[reader.Read7BitEncodedInt()];
            var slot = 0;
            for (var row = 0; row < slots.Length; row++)
                slots[row] = slot += reader.Read7BitEncodedInt();
            models[i] = new LanguageModel(script, languages, slots, ReadRows(reader, slots.Length, languages.Length));
        }

        return models;
    }

    public static void Write(Stream target, IReadOnlyList<LanguageModel> models)
    {
        using var packed = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write7BitEncodedInt(models.Count);
        foreach (var model in models)
        {
            writer.Write(model.Script);
            writer.Write(string.Join(' ', model.Languages));
            writer.Write7BitEncodedInt(model.Grams);
            var before = 0;
            foreach (var slot in model._slots)
            {
                writer.Write7BitEncodedInt(slot - before);
                before = slot;
            }

            // A column after the other packs better.
            for (var language = 0; language < model.Languages.Count; language++)
            {
                for (var row = 0; row < model.Grams; row++)
                    writer.Write(model._rows[row * model.Languages.Count + language]);
            }
        }
    }

    [InlineArray(WordsAtOnce)]
    private struct MetWords
    {
        private WordSums _first;
    }

    private static byte[] ReadRows(BinaryReader reader, int count, int languages)
    {
        var columns = reader.ReadBytes(count * languages);
        var rows = new byte[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            rows[i % count * languages + i / count] = columns[i];
        return rows;
    }
}
