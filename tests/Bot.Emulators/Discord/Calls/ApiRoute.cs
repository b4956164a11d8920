namespace Bot.Emulators.Discord.Calls;

/// <param name="Template">Below /api/v10, as "/channels/{channel_id}/messages".</param>
/// <param name="Limit">How many fit into a window, for one channel, server or webhook.</param>
/// <param name="IsOpen">Opened by the interaction's token, not the bot's; the global limit does not count it.</param>
internal sealed record ApiRoute(
    string Method,
    string Template,
    Func<ApiCall, ApiAnswer> Answer,
    int Limit = 50,
    double Seconds = 1,
    bool IsOpen = false
)
{
    private readonly string[] _steps = Template.Split('/');

    /// <summary>The names in the path, or null when it is another route's.</summary>
    public Dictionary<string, string>? Match(string[] steps)
    {
        if (steps.Length != _steps.Length)
            return null;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Length; i++)
            if (_steps[i].StartsWith('{') && steps[i].Length > 0)
                names[_steps[i].Trim('{', '}')] = steps[i];
            else if (!string.Equals(_steps[i], steps[i], StringComparison.Ordinal))
                return null;
        return names;
    }

    public override string ToString() => $"{Method} {Template}";
}
