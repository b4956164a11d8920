using System.Text;
using Bot.Emulators.Telegram.Texts;

namespace Bot.Emulators.Telegram;

/// <summary>A chat written down as prose, to be read and compared.</summary>
public static class TranscriptText
{
    public static string Of(Chat chat)
    {
        var text = new StringBuilder();
        foreach (var message in chat.Transcript)
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
        if (message.Service is { } note)
        {
            text.Append("-- ").Append(Told(message, note)).Append('\n');
            return;
        }

        text.Append(Speaker(message));
        if (message.Thread is { } topic)
            text.Append(" in ").Append(topic.Name);
        if (message.Origin is { } origin)
            text.Append(", forwarded from ").Append(Source(origin));
        if (message.ReplyTo is { } reply)
            text.Append(", to \"").Append(Beginning(reply.Text)).Append('"');
        if (message.EditedCount > 0)
            text.Append(message.EditedCount == 1 ? " (edited)" : $" (edited {message.EditedCount} times)");
        text.Append(":\n");
        if (message.Photo is not null)
            text.Append("[photo]\n");
        if (message.Document is { } file)
            text.Append("[file ").Append(file.Name).Append("]\n");
        if (message.Text.Length > 0)
            text.Append(MarkedText.Of(message.Text, message.Entities)).Append('\n');
        foreach (var row in message.Buttons)
            text.AppendJoin(' ', row.Select(Shown)).Append('\n');
    }

    private static string Shown(Button button) =>
        button is Button.Link link ? $"[{link.Label}]({link.Url})" : $"[{button.Label}]";

    private static string Speaker(Message message) =>
        message switch
        {
            { IsAutomaticForward: true, SenderChat: { } channel } => channel.Title,
            { SenderChat: { } chat, From: not null } => $"{chat.Title} (an administrator)",
            { SenderChat: { } chat } => chat.Title,
            { From: { } account } => account.FirstName,
            _ => "nobody",
        };

    private static string Source(Origin origin) =>
        origin switch
        {
            Origin.FromAccount account => account.Sender.FirstName,
            Origin.FromHidden hidden => hidden.Name,
            Origin.FromChat chat => chat.Sender.Title,
            Origin.FromChannel channel => channel.Channel.Title,
            _ => throw new InvalidOperationException($"Nothing says how {origin} is named."),
        };

    private static string Told(Message message, ServiceNote note) =>
        note switch
        {
            ServiceNote.Joined joined => $"{joined.Who} joined",
            ServiceNote.Departed departed => $"{departed.Who} left",
            ServiceNote.MovedTo => "this group became a supergroup",
            ServiceNote.MovedFrom => "this supergroup was a group",
            ServiceNote.TopicOpened opened => $"topic \"{opened.Name}\" was opened",
            ServiceNote.TopicClosed => $"topic \"{message.Thread?.Name ?? "General"}\" was closed",
            ServiceNote.TopicReopened => $"topic \"{message.Thread?.Name ?? "General"}\" was reopened",
            _ => throw new InvalidOperationException($"Nothing says how {note} is told."),
        };

    private static string Beginning(string text)
    {
        var line = text.Split('\n')[0];
        return line.Length <= 30 ? line : $"{line[..29]}…";
    }
}
