using Bot.Hosting;

namespace Bot.Verbs;

/// <summary>Takes settings out of the command line, so that the rest is verbs and their options: <c>--Seeds:Folder=news</c>, <c>--Seeds:Folder news</c>.</summary>
internal static class SettingsArguments
{
    public static (string[] Verbs, Dictionary<string, string?> Settings) Split(IReadOnlyList<string> arguments)
    {
        var rest = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Key(arguments[i]) is not { } key)
                rest.Add(arguments[i]);
            else if (key.Length + 2 < arguments[i].Length)
                settings[key] = arguments[i][(key.Length + 3)..];
            else
                settings[key] = i + 1 < arguments.Count ? arguments[++i] : null;
        }

        return ([.. rest], settings);
    }

    private static string? Key(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            return null;
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? argument[2..] : argument[2..equals];
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && SettingsSections.Find(key[..colon]) is not null ? key : null;
    }
}
