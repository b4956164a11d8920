using System.Text;
using Bot.Text.Tests.Golden;
using Bot.Text.Tests.Properties;

namespace Bot.Text.Tests.Fuzzing;

/// <summary>Makes texts that nobody wrote out of those that somebody did: golden cases, seeds, hostile pieces, and bytes by chance.</summary>
internal sealed class TextMutator(Random random)
{
    private const int MostCharacters = 6_000;
    private const int MostChanges = 12;

    private static readonly string[] Sources = [.. Articles(), .. Kinds()];

    public string Next()
    {
        var text = new StringBuilder(random.Next(20) == 0 ? Bytes(random.Next(400)) : Piece(random.Next(1, 3_000)));
        for (var changes = random.Next(MostChanges); changes > 0; changes--)
            Change(text);
        return text.ToString(0, Math.Min(text.Length, MostCharacters));
    }

    private void Change(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 40), text.Length - at);
        var some = text.ToString(at, length);
        switch (random.Next(9))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, some);
                break;
            case 2:
                text.Insert(at, string.Concat(Enumerable.Repeat(some, random.Next(2, 20))));
                break;
            case 3:
                text.Insert(at, Piece(random.Next(1, 200)));
                break;
            case 4:
                text.Insert(at, HostileText.Scraps[random.Next(HostileText.Scraps.Count)]);
                break;
            case 5:
                text.Remove(at, length).Insert(at, some.ToUpperInvariant());
                break;
            case 6:
                text.Remove(at, length).Insert(random.Next(text.Length + 1), some);
                break;
            case 7:
                text.Insert(at, (char)random.Next(char.MaxValue + 1));
                break;
            default:
                text.Insert(at, Bytes(random.Next(1, 20)));
                break;
        }
    }

    /// <summary>A stretch of one of the sources.</summary>
    private string Piece(int length)
    {
        var source = Sources[random.Next(Sources.Length)];
        var start = random.Next(source.Length);
        return source.Substring(start, Math.Min(length, source.Length - start));
    }

    /// <summary>As a text of no known encoding comes in: half of it broken.</summary>
    private string Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return (random.Next(3)) switch
        {
            0 => Encoding.UTF8.GetString(bytes),
            1 => Encoding.Latin1.GetString(bytes),
            // Surrogates by chance, most of them alone.
            _ => string.Create(
                count / 2,
                bytes,
                static (to, from) =>
                {
                    for (var i = 0; i < to.Length; i++)
                        to[i] = (char)(from[2 * i] << 8 | from[2 * i + 1]);
                }
            ),
        };
    }

    private static IEnumerable<string> Articles() =>
        GoldenFile
            .ReadAll(Path.Combine(AppContext.BaseDirectory, "Golden"))
            .Select(c => c.Text)
            .Concat(
                Directory
                    .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"))
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText)
            )
            .Where(t => t.Length > 0);

    private static IEnumerable<string> Kinds() => HostileKinds.All.Keys.Select(k => HostileKinds.Write(k, 2_000));
}
