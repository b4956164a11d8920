using System.Text.RegularExpressions;

namespace Bot.Discord.Places;

/// <summary>The roles in what somebody wrote: "&lt;@&amp;5&gt; &lt;@&amp;6&gt;", "@News, @Editors", "1098".</summary>
internal static partial class RoleNames
{
    /// <returns>Ids, and names without "@".</returns>
    public static IReadOnlyList<string> In(string written) =>
        [
            .. Mention()
                .Replace(written, ",${id},")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(n => n.TrimStart('@').Trim())
                .Where(n => n.Length > 0),
        ];

    [GeneratedRegex("<@&(?<id>[0-9]{1,20})>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
