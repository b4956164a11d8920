using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Discord.Api.Wire;
using Bot.Discord.Rendering;

namespace Bot.Discord.Receiving;

/// <summary>Makes a form of a command's options. https://docs.discord.com/developers/components/using-modal-components</summary>
internal sealed class FormWriter(Lazy<CommandCatalog> catalog, Phrasebook phrasebook)
{
    private const int MostFields = 5;
    private const int MostTitle = 45;
    private const int MostDescription = 100;
    private const int LongestValue = 100;

    public InteractionCallback Write(Interaction interaction)
    {
        var form = PressId.TryParse(AcknowledgementRule.Pressed(interaction))?.Form ?? "";
        var edition = phrasebook.In(DiscordLocale.LanguageOf(interaction.Locale));
        var words = form.Split(' ', 2);
        if (catalog.Value.Find(words[0]) is not { Description: var command })
            return AnswerLater.Privately;
        var sub = words.Length > 1 ? command.Subcommands.FirstOrDefault(s => s.Name == words[1]) : null;
        var fields = (sub is null ? command.Options : sub.Options.Select(n => command.Options.First(o => o.Name == n)))
            .Where(o => o.Kind is not (OptionKind.Place or OptionKind.File))
            .Take(MostFields);
        return new ShowForm(
            new Form(
                PressId.WriteForm(form),
                Short(edition.Say($"form.{form.Replace(' ', '-')}"), MostTitle),
                [.. fields.Select(o => Field(o, isRequired: sub?.Required == o.Name, edition))]
            )
        );
    }

    private static Labelled Field(OptionDescription option, bool isRequired, Edition edition) =>
        new(
            Short(edition.Say($"form.{option.Name}"), MostTitle),
            option.Choices.Count > 0
                ? new TextSelect(option.Name, [.. option.Choices.Select(c => new SelectOption(c, c))])
                {
                    MinValues = 0,
                    MaxValues = 1,
                    Required = false,
                }
                : new TextInput(option.Name) { MaxLength = LongestValue, Required = isRequired }
        )
        {
            Description = Short(edition.Say(option.Description), MostDescription),
        };

    private static string Short(string words, int most) => words.Length <= most ? words : $"{words[..(most - 1)]}…";
}
