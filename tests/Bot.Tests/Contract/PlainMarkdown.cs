using Bot.Emulators.Discord;
using Bot.Tests.Discord.Rendering;

namespace Bot.Tests.Contract;

/// <summary>What a message of Discord's says to whoever reads it, without how it is dressed.</summary>
internal static class PlainMarkdown
{
    public static string Of(Message message) =>
        string.Join(
            '\n',
            message.Embeds.SelectMany(e => new[] { (string?)e["title"], (string?)e["description"] }).Select(Read)
        );

    private static string Read(string? markdown) =>
        markdown is null
            ? ""
            : string.Join(
                '\n',
                markdown.Split('\n').Select(line => string.Concat(MarkdownReader.Read(line).Select(r => r.Text)))
            );
}
