using Bot.Core.Chat;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Typed;

/// <summary>Sorts what was typed after a command's name into its options, named or in plain words.</summary>
internal sealed class OptionWords(CommandDescription command, Edition edition)
{
    private readonly Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> words = [];

    public IReadOnlyDictionary<string, string> Options => options;

    public string Words { get; private set; } = "";

    /// <returns>What is wrong, null where nothing is.</returns>
    public IReadOnlyList<Inline>? Read(IReadOnlyList<TypedWord> typed)
    {
        for (var i = 0; i < typed.Count; )
        {
            var option = OptionOf(typed, i);
            if (option is null && typed[i] is { Name: { } unknown } && IsMeantAsOption(typed[i]))
                return NoSuchOption(unknown);
            if (option is null)
            {
                words.Add(typed[i++].Plain);
                continue;
            }

            var value = ReadValue(option, typed, ref i);
            if (value.Length == 0)
                return edition.Line(
                    "typed.value-missing",
                    ("option", option.Name),
                    ("example", new CommandHint(command.Example))
                );
            options[option.Name] = value;
        }

        Words = string.Join(' ', words);
        TakeUnnamed();
        return Wrong();
    }

    /// <summary>"by:putin", "--by putin", and "by putin" in plain words.</summary>
    private OptionDescription? OptionOf(IReadOnlyList<TypedWord> typed, int at) =>
        typed[at] switch
        {
            { Name: { } name } => Named(name),
            { IsQuoted: true } => null,
            { Text: { } word } when at + 1 < typed.Count => Named(word)
                is { IsUnnamed: false, IsByNameAlone: false } option
            && IsPlausible(option, typed[at + 1])
                ? option
                : null,
            _ => null,
        };

    private bool IsPlausible(OptionDescription option, TypedWord next) =>
        option.Kind switch
        {
            // "/search letters from prison": what is looked for is in plain words too.
            not (OptionKind.Number or OptionKind.ArticleChoice) when LooksForWords => false,
            OptionKind.Number => next.Text is { } word && ArticleReference.NumberIn(word) is not null,
            OptionKind.ArticleChoice => next.Text is { } word && ArticleReference.IsOne(word, edition),
            OptionKind.Choice => next.Text is { } word && ChoiceOf(option, word) is not null,
            OptionKind.Time
            or OptionKind.Rhythm
            or OptionKind.Span
            or OptionKind.Hours
            or OptionKind.Days
            or OptionKind.Zone
            or OptionKind.Place
            or OptionKind.Moment => Extent.MayBegin(option.Kind, next.Plain),
            _ => true,
        };

    private bool LooksForWords => command.Options.Any(o => o is { IsUnnamed: true, IsRequired: true });

    private bool IsMeantAsOption(TypedWord word) =>
        word.IsDashed
        || word.Name!.Length >= 4 && Slips.Nearest(word.Name, command.Options.Select(o => o.Name)) is not null;

    private string ReadValue(OptionDescription option, IReadOnlyList<TypedWord> typed, ref int at)
    {
        var isWithName = typed[at] is { Name: not null, Text: not null };
        if (!isWithName && ++at >= typed.Count)
            return "";
        var value = isWithName ? typed[at].Text! : typed[at].Plain;
        if (typed[at++].IsQuoted)
            return value;
        // "/search from:gazette peace deal": words are still to come, and they are not the outlet's.
        if (
            LooksForWords
            && words.Count == 0
            && option.Kind is (OptionKind.Outlet or OptionKind.Person or OptionKind.Topic)
        )
            return value;
        while (
            at < typed.Count
            && !typed[at].IsQuoted
            && OptionOf(typed, at) is null
            && !IsChoiceAfter(typed, at)
            && Extent.GoesOn(option.Kind, value, typed[at], edition)
        )
            value = $"{value} {typed[at++].Plain}";
        return value;
    }

    /// <summary>"from:gazette exclude": at its end a choice is one of its own, as at the end of plain words; "name:the long read" goes on.</summary>
    private bool IsChoiceAfter(IReadOnlyList<TypedWord> typed, int at) =>
        (at + 1 == typed.Count || typed[at + 1].IsQuoted || OptionOf(typed, at + 1) is not null)
        && command.Options.Any(o =>
            o is { Kind: OptionKind.Choice, IsByNameAlone: false, Name: not SubcommandDescription.Option }
            && !options.ContainsKey(o.Name)
            && ChoiceOf(o, typed[at].Plain) is not null
        );

    /// <summary>What stands without a name: a choice and an article's number at either end, the rest for the option that is unnamed.</summary>
    private void TakeUnnamed()
    {
        foreach (
            var option in command.Options.Where(o =>
                o is { Kind: OptionKind.Choice, IsByNameAlone: false } && !options.ContainsKey(o.Name)
            )
        )
            TakeAtEither(option, word => ChoiceOf(option, word));
        if (Open(OptionKind.ArticleChoice) is { } article)
            TakeAtEither(article, word => ArticleReference.IsOne(word, edition) ? word : null);
        else if (Open(OptionKind.Number) is { } number && words.Count == 1)
            TakeAtEither(number, word => ArticleReference.NumberIn(word) is null ? null : word);
        var rest =
            command.Options.FirstOrDefault(o => o.IsUnnamed && !options.ContainsKey(o.Name))
            ?? Open(OptionKind.ArticleChoice);
        if (rest?.Kind == OptionKind.Person)
            DropFiller();
        if (rest is not null && words.Count > 0)
            options[rest.Name] = string.Join(' ', words);
    }

    private void TakeAtEither(OptionDescription option, Func<string, string?> read)
    {
        // What is to be done is said first: "/feed remove health" removes the feed of that name.
        int[] ends = option.Name == SubcommandDescription.Option ? [0, words.Count - 1] : [words.Count - 1, 0];
        foreach (var index in words.Count == 0 ? [] : ends)
        {
            if (read(words[index]) is not { } value)
                continue;
            options[option.Name] = value;
            words.RemoveAt(index);
            return;
        }
    }

    /// <summary>"/who is putin in 2?": what a sentence needs and a command does not.</summary>
    private void DropFiller()
    {
        var filler = edition.Say("typed.filler").Split(' ');
        while (words.Count > 0 && filler.Contains(Unaccented.Of(words[0]), StringComparer.Ordinal))
            words.RemoveAt(0);
        while (words.Count > 1 && filler.Contains(Unaccented.Of(words[^1]), StringComparer.Ordinal))
            words.RemoveAt(words.Count - 1);
        if (words.Count > 0)
            words[^1] = words[^1].TrimEnd('?');
    }

    private IReadOnlyList<Inline>? Wrong()
    {
        foreach (var option in command.Options)
        {
            var value = options.GetValueOrDefault(option.Name);
            if (value is null)
            {
                if (option.IsRequired && !(option.Unless is { } other && options.ContainsKey(other)))
                    return edition.Line("typed.required", ("example", new CommandHint(command.Example)));
            }
            else if (option.Kind == OptionKind.Choice)
            {
                if (ChoiceOf(option, value) is not { } choice)
                    return NoSuchChoice(option, value);
                options[option.Name] = choice;
            }
            else if (option.Kind == OptionKind.Number && ArticleReference.NumberIn(value) is null or 0)
            {
                return edition.Line("typed.number", ("option", option.Name), ("value", Excerpt.Of(value)));
            }
        }

        return null;
    }

    private IReadOnlyList<Inline> NoSuchOption(string name) =>
        command.Options.Count == 0 ? edition.Line("typed.no-options", ("command", new CommandHint($"/{command.Name}")))
        : Slips.Nearest(name, command.Options.Select(o => o.Name)) is { } nearest
            ? edition.Line("typed.option-slip", ("option", Excerpt.Of(name)), ("nearest", nearest))
        : edition.Line(
            "typed.option-unknown",
            ("command", new CommandHint($"/{command.Name}")),
            ("option", Excerpt.Of(name)),
            ("options", string.Join(", ", command.Options.Select(o => o.Name)))
        );

    private IReadOnlyList<Inline> NoSuchChoice(OptionDescription option, string value) =>
        Slips.Nearest(value, option.Choices) is { } nearest
            ? edition.Line(
                "typed.choice-slip",
                ("option", option.Name),
                ("value", Excerpt.Of(value)),
                ("nearest", nearest)
            )
            : edition.Line(
                "typed.choice-unknown",
                ("option", option.Name),
                ("value", Excerpt.Of(value)),
                ("choices", string.Join(", ", option.Choices))
            );

    private OptionDescription? Named(string name) =>
        command.Options.FirstOrDefault(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private OptionDescription? Open(OptionKind kind) =>
        command.Options.FirstOrDefault(o => o.Kind == kind && !o.IsByNameAlone && !options.ContainsKey(o.Name));

    private static string? ChoiceOf(OptionDescription option, string word) =>
        option.Choices.FirstOrDefault(c => c.Equals(word, StringComparison.OrdinalIgnoreCase));
}
