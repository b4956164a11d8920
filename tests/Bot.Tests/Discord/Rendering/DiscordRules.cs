using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Discord.Api.Wire;
using Bot.Discord.Rendering;

namespace Bot.Tests.Discord.Rendering;

/// <summary>What Discord asks of a message, written down apart from the renderer.</summary>
internal static class DiscordRules
{
    /// <summary>What a reader can see of words, and no sign of ours: nothing else may be made of an article.</summary>
    private const Shown Ours =
        Shown.Quote | Shown.Small | Shown.Heading | Shown.Bold | Shown.Code | Shown.Link | Shown.MaskedLink;

    public static void Hold(IReadOnlyList<DiscordMessage> messages)
    {
        Assert.NotEmpty(messages);
        foreach (var message in messages)
        {
            EmbedHolds(message.Embed);
            RowsHold(message.Rows);
            Assert.Equal(
                Ids(message.Rows).Select(PressId.TryParse).Select(i => i!.Key).OfType<string>().Distinct(),
                message.Actions.Select(a => a.Key)
            );
        }

        JsonHolds(messages);
    }

    /// <summary>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</summary>
    private static void EmbedHolds(Embed embed)
    {
        Assert.True(embed.Title is not null || embed.Description is not null, "an empty embed");
        Assert.InRange((embed.Title ?? "").Length + (embed.Description ?? "").Length, 1, 6000);
        foreach (var (words, most) in new[] { (embed.Title, 256), (embed.Description, 4096) })
        {
            if (words is null)
                continue;
            Assert.InRange(words.Length, 1, most);
            IsSendable(words);
            Assert.Equal(words, words.Trim());
            Assert.DoesNotContain(words, c => char.IsControl(c) && c != '\n');
            var read = MarkdownReader.Read(words).ToList();
            var wrong = read.FindIndex(r => (r.As & ~Ours) != Shown.Plain);
            Assert.True(
                wrong < 0,
                wrong < 0
                    ? ""
                    : $"{read[wrong]} after {string.Join(' ', read[Math.Max(0, wrong - 40)..wrong])} in {words}"
            );
        }

        Assert.DoesNotContain('\n', embed.Title ?? "");
        Assert.DoesNotContain(MarkdownReader.Read(embed.Title ?? ""), r => r.As != Shown.Plain);
    }

    /// <summary>https://docs.discord.com/developers/components/reference#action-row</summary>
    private static void RowsHold(IReadOnlyList<ActionRow> rows)
    {
        Assert.InRange(rows.Count, 0, 5);
        foreach (var row in rows)
        {
            if (row.Components is [TextSelect choice])
                ChoiceHolds(choice);
            else
            {
                Assert.InRange(row.Components.Count, 1, 5);
                foreach (var button in row.Components.Cast<Button>())
                    LabelHolds(button.Label!, 80);
            }
        }

        var ids = rows.SelectMany(r => r.Components)
            .Select(c => c is TextSelect choice ? choice.CustomId : ((Button)c).CustomId!)
            .ToList();
        Assert.All(ids, i => Assert.InRange(i.Length, 1, 100));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    /// <summary>https://docs.discord.com/developers/components/reference#string-select</summary>
    private static void ChoiceHolds(TextSelect choice)
    {
        Assert.InRange(choice.Placeholder!.Length, 1, 150);
        Assert.InRange(choice.Options.Count, 1, 25);
        foreach (var option in choice.Options)
        {
            LabelHolds(option.Label, 100);
            Assert.InRange(option.Value.Length, 1, 100);
            Assert.InRange(option.Description?.Length ?? 1, 1, 100);
        }

        Assert.Equal(choice.Options.Count, choice.Options.Select(o => o.Value).Distinct().Count());
        Assert.Equal(PressKind.Choice, PressId.TryParse(choice.CustomId)!.Kind);
    }

    private static void LabelHolds(string label, int most)
    {
        Assert.InRange(label.Length, 1, most);
        IsSendable(label);
    }

    private static void IsSendable(string words)
    {
        Assert.Equal(words, new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(words)));
        Assert.True(words.EnumerateRunes().Any(IsSeen), "nothing to be seen");
    }

    private static bool IsSeen(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control)
        && rune.Value is not (0x115f or 0x1160 or 0x2800 or 0x3164 or 0xffa0 or 0xfffc);

    private static void JsonHolds(IReadOnlyList<DiscordMessage> messages)
    {
        using var bodies = JsonDocument.Parse(DiscordBody.ToJson(messages));
        Assert.Equal(messages.Count, bodies.RootElement.GetArrayLength());
        foreach (var (body, message) in bodies.RootElement.EnumerateArray().Zip(messages))
        {
            Assert.Equal(0, body.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
            var embed = Assert.Single(body.GetProperty("embeds").EnumerateArray());
            Assert.Equal(message.Embed.Description, Written(embed, "description"));
            Assert.Equal(message.Embed.Title, Written(embed, "title"));
            Assert.Equal(
                message.Rows.Select(r => r.Components.Count),
                body.GetProperty("components")
                    .EnumerateArray()
                    .Select(r => r.GetProperty("components").GetArrayLength())
            );
        }
    }

    private static string? Written(JsonElement embed, string name) =>
        embed.TryGetProperty(name, out var words) ? words.GetString() : null;

    /// <summary>All that is pressed or chosen, in order.</summary>
    public static IEnumerable<string> Ids(IEnumerable<ActionRow> rows) =>
        rows.SelectMany(r => r.Components)
            .SelectMany(c => c is TextSelect choice ? choice.Options.Select(o => o.Value) : [((Button)c).CustomId!]);
}
