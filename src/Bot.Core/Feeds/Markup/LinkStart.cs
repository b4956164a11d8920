namespace Bot.Core.Feeds.Markup;

/// <summary>Where relative links start from.</summary>
internal static class LinkStart
{
    /// <returns>Null where the text is no absolute address; a bare path is none, though .NET takes it for a file's.</returns>
    public static Uri? Find(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var found) && !found.IsFile ? found : null;

    /// <param name="outer">What is in force already.</param>
    /// <returns>What is in force then.</returns>
    public static Uri? Join(Uri? outer, string? inner) =>
        string.IsNullOrEmpty(inner) ? outer
        : outer is null ? Find(inner)
        : Uri.TryCreate(outer, inner, out var joined) && !joined.IsFile ? joined
        : outer;
}
