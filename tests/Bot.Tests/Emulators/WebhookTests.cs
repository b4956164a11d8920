namespace Bot.Tests.Emulators;

public sealed class WebhookTests
{
    [Fact]
    public async Task An_update_is_brought_again_after_a_growing_pause_until_it_is_taken_and_the_next_waits()
    {
        await using var receiver = await WebhookReceiver.OpenAsync(500, 404);
        await using var room = await EmulatedRoom.OpenAsync();
        await room.Line.CallAsync("setWebhook", new { url = receiver.Url, secret_token = "sesame" });

        room.Ann.Says(room.Private, "one");
        room.Ann.Says(room.Private, "two");

        Assert.Equal("one sesame", await receiver.NextAsync());
        await room.Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("one sesame", await receiver.NextAsync());
        await room.Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("one sesame", await receiver.NextAsync());
        Assert.Equal("two sesame", await receiver.NextAsync());
    }

    [Fact]
    public async Task Updates_that_wait_can_be_dropped_when_a_webhook_is_set()
    {
        await using var receiver = await WebhookReceiver.OpenAsync();
        await using var room = await EmulatedRoom.OpenAsync();
        room.Ann.Says(room.Private, "old news");

        await room.Line.CallAsync("setWebhook", new { url = receiver.Url, drop_pending_updates = true });
        room.Ann.Says(room.Private, "news");

        Assert.Equal("news ", await receiver.NextAsync());
    }
}
