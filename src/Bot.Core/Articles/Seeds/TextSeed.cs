using System.Text;

namespace Bot.Core.Articles.Seeds;

/// <summary>A plain text. Its first line may begin with a machine's stamp and run straight on into the article.</summary>
internal static class TextSeed
{
    public static SeedReading Read(string path, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (string.IsNullOrWhiteSpace(text))
            return SeedReading.Failed($"{path} is empty. Put an article into it, or remove it.");
        var stamp = DateStamp.Find(text);
        return SeedReading.Of(
            new ArticleCopy(
                "seeds",
                Headline.Of(text),
                HasOwnTitle: false,
                Url: null,
                Author: null,
                stamp is null ? null : new DateTimeOffset(stamp.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                text
            )
            {
                StampLength = stamp?.Length ?? 0,
            }
        );
    }
}
