using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Discord.Api.Wire;
using Bot.Typesetting;

namespace Bot.Discord.Rendering;

/// <summary>Puts buttons into the rows under a message; many that are alike become a list to choose from.</summary>
/// <param name="headlines">By its number, what a button that is labelled with it opens.</param>
internal sealed class RowMaker(
    IReadOnlyDictionary<int, string> headlines,
    Edition edition,
    Func<string, bool> isPrivate
)
{
    /// <summary>https://docs.discord.com/developers/components/reference#action-row</summary>
    public const int MostRows = 5;

    public const int MostInRow = 5;

    /// <summary>https://docs.discord.com/developers/components/reference#string-select</summary>
    public const int MostChoices = 25;

    /// <summary>Of the 80 letters that a label may have, as many as a phone shows.</summary>
    private const int LongestLabel = 40;

    private const int LongestChoice = 100;

    private readonly List<ActionRow> rows = [];
    private readonly Dictionary<string, ButtonAction> actions = [];
    private readonly Dictionary<string, int> written = [];
    private int choices;

    public IReadOnlyList<ActionRow> Rows => rows;

    public IReadOnlyList<ButtonAction> Actions => [.. actions.Values];

    /// <summary>‹ 2 of 4 ›, each at its place on every page.</summary>
    public void AddPager(string postKey, int page, int count)
    {
        rows.Add(
            new ActionRow([
                Turn("‹", Math.Max(page - 1, 1), isIdle: page == 1),
                Turn(edition.Say("button.page", ("number", page), ("count", count)), page, isIdle: true),
                Turn("›", Math.Min(page + 1, count), isIdle: page == count),
            ])
        );

        Button Turn(string label, int to, bool isIdle) =>
            new(ButtonStyle.Secondary)
            {
                Label = label,
                CustomId = IdOf(new ButtonAction.Turn(postKey, to)),
                Disabled = isIdle ? true : null,
            };
    }

    public void Add(IReadOnlyList<ButtonSlip> slips)
    {
        // One story's buttons can only be its own.
        var hasStories = slips.Count(s => s.Story is not null) > 1;
        var stories = slips.Where(s => hasStories && s.Story is not null);
        foreach (var several in stories.Chunk(MostChoices).Take(MostRows - rows.Count))
            rows.Add(Choice(edition.Say("choice.story"), several.Select(s => (Headlined($"{s.Story}"), s.Buttons[0]))));
        var room = MostRows - rows.Count;
        var rest = slips.Where(s => !hasStories || s.Story is null).ToList();
        var lines = rest.SelectMany(s => ButtonGroups.Of(s.Buttons)).SelectMany(Lines).ToList();
        if (lines.Count > room)
            lines = [.. rest.SelectMany(s => s.Buttons).Chunk(MostInRow)];
        if (lines.Count > room)
            lines = [.. rest.SelectMany(s => s.Buttons).Chunk(MostChoices)];
        rows.AddRange(lines.Take(room).Select(Row));
    }

    private static IEnumerable<ReplyButton[]> Lines(IReadOnlyList<ReplyButton> group) =>
        group.Chunk(group.Count > MostInRow && ButtonGroups.AreAlike(group[0], group[1]) ? MostChoices : MostInRow);

    private ActionRow Row(ReplyButton[] line) =>
        line.Length > MostInRow
            ? Choice(PlaceholderOf(line), line.Select(b => (Headlined(b.Label), b)))
            : new ActionRow([.. line.Select(ButtonOf)]);

    private Button ButtonOf(ReplyButton button) =>
        new(ButtonStyle.Secondary) { Label = SendableWords.Label(button.Label, LongestLabel), CustomId = IdOf(button) };

    private ActionRow Choice(string placeholder, IEnumerable<(string Label, ReplyButton Button)> options) =>
        new([
            new TextSelect(
                PressId.WriteChoice(++choices),
                [.. options.Select(o => new SelectOption(SendableWords.Label(o.Label, LongestChoice), IdOf(o.Button)))]
            )
            {
                Placeholder = placeholder,
            },
        ]);

    /// <summary>"2" is enough beside its headline; in a list that opens over it the headline is said again.</summary>
    private string Headlined(string label) =>
        int.TryParse(label, CultureInfo.InvariantCulture, out var number)
        && headlines.TryGetValue(number, out var headline)
            ? $"{number} · {headline}"
            : label;

    private string PlaceholderOf(ReplyButton[] line) =>
        line.Skip(1).All(b => ButtonGroups.AreAlike(b, line[0]))
            ? line[0].Command.Split(' ')[0] switch
            {
                "/summary" or "/read" => edition.Say("choice.article"),
                "/who" or "/quotes" => edition.Say("choice.person"),
                _ => edition.Say("choice.any"),
            }
            : edition.Say("choice.any");

    private string IdOf(ReplyButton button) =>
        PressId.OpensForm(button)
            ? Once(PressId.WriteForm(button.Form!)) // It opens a form: it has one.
            : IdOf(new ButtonAction.Ask(button.Command, button.IsInPlace));

    private string IdOf(ButtonAction action)
    {
        actions.TryAdd(action.Key, action);
        return Once(PressId.Write(action, isPrivate));
    }

    private string Once(string id)
    {
        var times = written.GetValueOrDefault(id);
        written[id] = times + 1;
        return PressId.Again(id, times);
    }
}
