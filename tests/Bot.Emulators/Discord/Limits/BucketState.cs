using System.Globalization;

namespace Bot.Emulators.Discord.Limits;

/// <summary>What the platform tells of a bucket with each answer. https://docs.discord.com/developers/topics/rate-limits#header-format</summary>
internal sealed record BucketState(string Name, int Limit, int Remaining, DateTimeOffset ResetsAt, TimeSpan ResetsAfter)
{
    public void WriteTo(IHeaderDictionary headers)
    {
        headers["X-RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (ResetsAt.ToUnixTimeMilliseconds() / 1000.0).ToString(
            "F3",
            CultureInfo.InvariantCulture
        );
        headers["X-RateLimit-Reset-After"] = ResetsAfter.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = Name;
    }
}
