using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Chat;

namespace Bot.Discord.Rendering;

/// <summary>How a press is to be acknowledged, which must be known before anything is looked up.</summary>
internal enum PressKind
{
    /// <summary>With a message of its own.</summary>
    Message,

    /// <summary>In the place of the message that was pressed.</summary>
    InPlace,

    /// <summary>With a message that the asker alone sees.</summary>
    Private,

    /// <summary>With a form.</summary>
    Form,

    /// <summary>As the option that was chosen says: its value is another of these.</summary>
    Choice,
}

/// <summary>What stands in a button's custom id, and in an option's value: one letter for the kind, then what it is about.</summary>
/// <param name="Key">The <see cref="ButtonAction.Key"/> of what is asked; null for a form and a choice.</param>
/// <param name="Form">The command whose options the form asks for, "digest add"; null for all else.</param>
internal sealed partial record PressId(PressKind Kind, string? Key, string? Form)
{
    /// <summary>A form of a longer name has no room in Discord's 100 letters: its button asks its command.</summary>
    private const int LongestForm = 80;

    private const string Letters = "nipfs";

    public static bool OpensForm(ReplyButton button) => button.Form is { Length: > 0 and <= LongestForm };

    public static string Write(ButtonAction action, Func<string, bool> isPrivate) =>
        LetterOf(
            action switch
            {
                ButtonAction.Ask { IsInPlace: false } ask when isPrivate(NameOf(ask)) => PressKind.Private,
                ButtonAction.Ask { IsInPlace: false } => PressKind.Message,
                _ => PressKind.InPlace,
            }
        ) + action.Key;

    public static string WriteForm(string form) => LetterOf(PressKind.Form) + form;

    /// <param name="number">Which choice of its message it is, from 1.</param>
    public static string WriteChoice(int number) =>
        LetterOf(PressKind.Choice) + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same once more in one message, where no two may be equal.</summary>
    public static string Again(string id, int times) =>
        times == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}~{times}");

    /// <returns>Null for what is none of ours.</returns>
    public static PressId? TryParse(string written)
    {
        if (Shape().Match(written) is not { Success: true } match)
            return null;
        var kind = (PressKind)Letters.IndexOf(written[0], StringComparison.Ordinal);
        var about = match.Groups["about"].Value;
        return kind switch
        {
            PressKind.Choice => new PressId(kind, null, null),
            PressKind.Form => new PressId(kind, null, about),
            _ => new PressId(kind, about, null),
        };
    }

    private static string LetterOf(PressKind kind) => Letters[(int)kind..((int)kind + 1)];

    private static string NameOf(ButtonAction.Ask ask) => ask.Command.Split(' ')[0].TrimStart('/').ToLowerInvariant();

    [GeneratedRegex(
        @"\A(?:[nip](?<about>[A-Za-z0-9_-]{20})|f(?<about>[^~]{1,80})|s[0-9]{1,3})(?:~[0-9]{1,3})?\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Shape();
}
