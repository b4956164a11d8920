using Bot.Core.Chat;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Typed;

/// <summary>Reads a typed line: which command, which options; and where it slipped, what was meant.</summary>
internal sealed class CommandReader(IReadOnlyList<CommandDescription> commands, Phrasebook phrasebook)
{
    public const int MostCharacters = 2000;

    public ReadLine Read(string line, Asker asker, Destination place)
    {
        var edition = phrasebook.In(asker.Language);
        if (line.Length > MostCharacters)
            return Misread(edition.Line("typed.too-long", ("count", MostCharacters)));
        var typed = Cleaned(line);
        var end = EndOfName(typed);
        var first = end < 0 ? typed : typed[..end];
        var name = NameIn(first);
        if (name.Length == 0)
            return Misread(edition.Line("typed.nothing", ("help", new CommandHint("/help"))));
        if (commands.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } command)
            return Unknown(edition, typed, first, name);
        var options = new OptionWords(command, edition);
        if (options.Read(TypedWord.ReadAll(end < 0 ? "" : typed[end..])) is { } wrong)
            return Misread(wrong, new ReplyButton(edition.Say("button.help"), $"/help {command.Name}"));
        return new ReadLine.Understood(new CommandCall(command.Name, options.Options, options.Words, asker, place));
    }

    /// <summary>"quotes" of "/Quotes@byline_bot by:putin", as it was typed.</summary>
    public static string NameIn(string line)
    {
        var typed = Cleaned(line);
        var end = EndOfName(typed);
        return (end < 0 ? typed : typed[..end]).TrimStart('/').Split('@')[0];
    }

    private static string Cleaned(string line) => ControlCharacters.Without(line).Replace('\n', ' ').Trim();

    private static int EndOfName(string typed) => typed.AsSpan().IndexOfAny(' ', '\t');

    private ReadLine.Misread Unknown(Edition edition, string typed, string first, string name)
    {
        var said = Excerpt.Of(first);
        if (Slips.Nearest(name, commands.Select(c => c.Name)) is not { } nearest)
            return Misread(edition.Line("typed.command-unknown", ("typed", said), ("help", new CommandHint("/help"))));
        var meant = $"/{nearest}{typed[first.Length..]}";
        return Misread(
            edition.Line("typed.command-slip", ("typed", said), ("nearest", new CommandHint($"/{nearest}"))),
            new ReplyButton(edition.Say("button.yes"), meant, IsInPlace: true)
        );
    }

    private static ReadLine.Misread Misread(IReadOnlyList<Inline> words, params ReplyButton[] buttons) =>
        new(Reply.Of(words, buttons));
}
