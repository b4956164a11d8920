using System.Globalization;
using System.Text;
using Bot.Core.Chat;
using Bot.Discord.Api.Wire;
using Bot.Discord.Rendering;

namespace Bot.Tests.Discord.Rendering;

/// <summary>Messages as prose: the title between bars, the markdown as it is sent, ⁀ for a word joiner, and what is pressed and what it asks.</summary>
internal static class DiscordMarkup
{
    public static string Of(IEnumerable<DiscordMessage> messages) => string.Join("\n=====\n", messages.Select(Of));

    private static string Of(DiscordMessage message)
    {
        var page = new StringBuilder();
        if (message.Embed.Title is { } title)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {title} |");
        page.Append(message.Embed.Description?.Replace('\u2060', '⁀')).Append('\n');
        var actions = message.Actions.ToDictionary(a => a.Key);
        foreach (var row in message.Rows)
            page.AppendJoin(' ', row.Components.Select(c => Pressed(c, actions))).Append('\n');
        return page.ToString();
    }

    private static string Pressed(Component component, IReadOnlyDictionary<string, ButtonAction> actions) =>
        component switch
        {
            Button button =>
                $"[{button.Label}: {Asked(button.CustomId!, actions)}]{(button.Disabled == true ? "x" : "")}",
            TextSelect choice =>
                $"[{choice.Placeholder}]\n{string.Join('\n', choice.Options.Select(o => $"  {o.Label}: {Asked(o.Value, actions)}"))}",
            _ => "?",
        };

    private static string Asked(string id, IReadOnlyDictionary<string, ButtonAction> actions)
    {
        var press = PressId.TryParse(id)!;
        return press.Form is { } form
            ? $"form {form}"
            : actions[press.Key!] switch
            {
                ButtonAction.Ask ask => $"{ask.Command}{(press.Kind == PressKind.Message ? "" : $", {press.Kind}")}",
                ButtonAction.Turn turn => $"page {turn.Page}",
                _ => "?",
            };
    }
}
