using System.Globalization;
using System.Text.Json;
using Bot.Core.Texts;
using Bot.Discord.Rendering;
using Bot.Tests.Emulators.Discord;
using Bot.Tests.Typesetting;
using CsCheck;

namespace Bot.Tests.Discord.Rendering;

/// <summary>What the emulator, and with BOT_SPECS the official description, says to the renderer's bodies.</summary>
public sealed class DiscordRefusalTests
{
    [Fact]
    public async Task No_request_is_refused_and_nobody_is_mentioned()
    {
        var english = new Phrasebook().In(CultureInfo.GetCultureInfo("en"));
        await using var room = await DiscordRoom.OpenAsync();

        await RandomReplies.Any.SampleAsync(
            async reply =>
            {
                var messages = DiscordRenderer.RenderTurned(reply, english, _ => false, "post");
                using var bodies = JsonDocument.Parse(DiscordBody.ToJson(messages));
                foreach (var body in bodies.RootElement.EnumerateArray())
                {
                    var answer = await room.PostAsync(body);
                    Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body} to {body}");
                }
            },
            iter: Math.Min(Fuzz.Replies, 2_000),
            threads: 1
        );

        Assert.Empty(room.Emulator.Refusals);
        Assert.Empty(room.Emulator.Misprints);
        Assert.Empty(room.Emulator.Pings);
    }
}
