namespace Bot.Core.Feeds.Fetching;

/// <summary>What a robots.txt asks of us. https://www.rfc-editor.org/rfc/rfc9309</summary>
internal sealed class RobotsRules
{
    /// <summary>How a site names us there.</summary>
    private const string ProductToken = "byline";

    private const string Everybody = "*";

    /// <summary>A site that has more to say is read so far.</summary>
    private const int MostRules = 5000;

    private readonly IReadOnlyList<(RobotsPattern Pattern, bool IsAllowed)> rules;

    private RobotsRules(IReadOnlyList<(RobotsPattern, bool)> rules) => this.rules = rules;

    /// <summary>Nothing is asked.</summary>
    public static RobotsRules None { get; } = new([]);

    public static RobotsRules Parse(string text)
    {
        var (ours, everybodys) = (new List<(RobotsPattern, bool)>(), new List<(RobotsPattern, bool)>());
        var (isForUs, isForAll, isNamed) = (false, false, false);
        // A group for us that asks nothing still sets us free of what is asked of all.
        var (areWeNamed, isInNames) = (false, false);
        foreach (var line in text.AsSpan().TrimStart('\ufeff').EnumerateLines())
        {
            if (!TryReadLine(line, out var key, out var value))
                continue;
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!isInNames)
                    (isForUs, isForAll) = (false, false);
                (isInNames, isNamed) = (true, true);
                isForAll |= value is Everybody;
                isForUs |= Product(value).Equals(ProductToken, StringComparison.OrdinalIgnoreCase);
                areWeNamed |= isForUs;
                continue;
            }

            bool? isAllowed =
                key.Equals("allow", StringComparison.OrdinalIgnoreCase) ? true
                : key.Equals("disallow", StringComparison.OrdinalIgnoreCase) ? false
                : null;
            // Other lines, Sitemap and Crawl-delay for example, belong to no group and end none.
            if (isAllowed is null)
                continue;
            isInNames = false;
            if (!isNamed || value.IsEmpty)
                continue;
            if (isForUs && ours.Count < MostRules)
                ours.Add((RobotsPattern.Parse(value.ToString()), isAllowed.Value));
            if (isForAll && everybodys.Count < MostRules)
                everybodys.Add((RobotsPattern.Parse(value.ToString()), isAllowed.Value));
        }

        return new RobotsRules(areWeNamed ? ours : everybodys);
    }

    /// <summary>The longest rule that matches says so; of two as long, the one that allows.</summary>
    public bool Allows(Uri url)
    {
        if (url.AbsolutePath == "/robots.txt")
            return true;
        var path = RobotsPattern.Normal(url.PathAndQuery);
        var (longest, isAllowed) = (0, true);
        foreach (var (pattern, allows) in rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !allows) || !pattern.Matches(path))
                continue;
            (longest, isAllowed) = (pattern.Length, allows);
        }

        return isAllowed;
    }

    private static bool TryReadLine(ReadOnlySpan<char> line, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        if (line.IndexOf('#') is >= 0 and var comment)
            line = line[..comment];
        var colon = line.IndexOf(':');
        key = colon < 0 ? default : line[..colon].Trim();
        value = colon < 0 ? default : line[(colon + 1)..].Trim();
        return colon > 0;
    }

    /// <summary>Letters, - and _ alone; sites write versions after them.</summary>
    private static ReadOnlySpan<char> Product(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
            length++;
        return value[..length];
    }
}
