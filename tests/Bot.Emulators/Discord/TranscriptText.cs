using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord;

/// <summary>A channel written down as prose, to be read and compared.</summary>
public static class TranscriptText
{
    public static string Of(Channel channel)
    {
        var text = new StringBuilder();
        foreach (var message in channel.Transcript)
        {
            if (text.Length > 0)
                text.Append('\n');
            Write(text, message);
        }

        return text.ToString();
    }

    public static string Of(Message message)
    {
        var text = new StringBuilder();
        Write(text, message);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Message message)
    {
        text.Append(message.Author);
        if (message.Answers is { Kind: InteractionKind.Command } asked)
            text.Append(", to ").Append(asked.By).Append("'s ").Append(asked.Asked);
        else if (message.ReplyTo is { } reply)
            text.Append(", to \"").Append(Beginning(reply.Content)).Append('"');
        if (message.OnlyFor is { } person)
            text.Append(" (only ").Append(person).Append(" sees this)");
        if (message.EditedCount > 0)
            text.Append(message.EditedCount == 1 ? " (edited)" : $" (edited {message.EditedCount} times)");
        if (message.IsCrossposted)
            text.Append(" (published)");
        text.Append(":\n");
        if (message.IsLoading)
            text.Append("is thinking…\n");
        if (message.Content.Length > 0)
            text.Append(message.Content).Append('\n');
        foreach (var embed in message.Embeds)
            WriteEmbed(text, embed);
        foreach (var file in message.Attachments)
            text.Append("[file ").Append(file.Name).Append("]\n");
        foreach (var component in message.ComponentNodes.OfType<JsonObject>())
            WriteComponent(text, component);
    }

    private static void WriteEmbed(StringBuilder text, JsonObject embed)
    {
        void Line(string? what)
        {
            if (!string.IsNullOrEmpty(what))
                text.Append("| ").Append(what.ReplaceLineEndings("\n| ")).Append('\n');
        }

        Line(Linked(Components.Text(embed["author"], "name"), Components.Text(embed["author"], "url")));
        Line(Linked(Components.Text(embed, "title"), Components.Text(embed, "url")));
        Line(Components.Text(embed, "description"));
        foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
            Line($"{Components.Text(field, "name")}: {Components.Text(field, "value")}");
        if (embed["image"] is not null || embed["thumbnail"] is not null)
            Line("[picture]");
        Line(Components.Text(embed["footer"], "text"));
    }

    private static void WriteComponent(StringBuilder text, JsonObject component)
    {
        var inner = (component["components"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        switch (Components.TypeOf(component))
        {
            case Components.ActionRow:
                text.AppendJoin(' ', inner.Select(Shown)).Append('\n');
                return;
            case Components.TextDisplay:
                text.Append(Components.Text(component, "content")).Append('\n');
                return;
        }

        foreach (var one in inner)
            WriteComponent(text, one);
        if (component["accessory"] is JsonObject accessory)
            text.Append(Shown(accessory)).Append('\n');
    }

    private static string Shown(JsonObject component)
    {
        if (Components.IsSelect(component))
            return $"[{Components.Text(component, "placeholder") ?? "choose"} ▾ {Options(component)}]";
        var label = Components.Label(component);
        return Components.Text(component, "url") is { } url ? $"[{label}]({url})"
            : Components.Flag(component, "disabled") ? $"[{label}, greyed]"
            : $"[{label}]";
    }

    private static string Options(JsonObject select) =>
        string.Join(" | ", (select["options"] as JsonArray ?? []).OfType<JsonObject>().Select(Components.Label));

    private static string? Linked(string? label, string? url) => url is null ? label : $"[{label}]({url})";

    private static string Beginning(string text)
    {
        var line = text.Split('\n')[0];
        return line.Length <= 30 ? line : $"{line[..29]}…";
    }
}
