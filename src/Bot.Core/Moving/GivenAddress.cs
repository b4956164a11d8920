namespace Bot.Core.Moving;

/// <summary>An address of a file's, as it may be said and written: without what stands in it of a person and a password.</summary>
internal static class GivenAddress
{
    /// <param name="written">Anything; what is no address may hold a secret all the same.</param>
    public static string Sayable(string written)
    {
        if (Uri.TryCreate(written.Trim(), UriKind.Absolute, out var url) && url.Host.Length > 0)
            return url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
        return written[(written.LastIndexOf('@') + 1)..];
    }

    public static bool HasUserInfo(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var url) && url.UserInfo.Length > 0;
}
