using Bot.Core.Chat;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary>Roles that a server lets administer.</summary>
public sealed class RoleRightsTests : IAsyncDisposable
{
    private const string Here = "discord:1/2";

    private readonly StoreFolder folder = new();
    private readonly RecordingPlatform platform = new("discord") { Roles = [new("8", "News"), new("9", "Sport")] };
    private readonly FakeTimeProvider time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private DigestRoom? room;

    public async ValueTask DisposeAsync()
    {
        if (room is not null)
            await room.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Members_with_the_role_administer_and_others_are_told_what_would_let_them()
    {
        await ManageAsync("/settings roles:@News");

        Assert.Contains("Asia/Tokyo", await MemberAsync("/settings zone:tokyo", "8"), StringComparison.Ordinal);
        Assert.Equal(
            "Only people who may manage this server can use /settings. Ask one of them, or let them give your role the right: /settings roles:@…",
            await MemberAsync("/settings zone:paris", "9")
        );
        await ManageAsync("/settings roles:none");
        Assert.StartsWith("Only people", await MemberAsync("/settings zone:paris", "8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_is_shown()
    {
        Assert.Contains(
            "Who else may administer | nobody but people who may manage this server | /settings roles:@News",
            await ManageAsync("/settings"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Who else may administer | @News | /settings roles:none",
            await ManageAsync("/settings roles:@News"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "There is no role “@Nobody” in this server.",
            await ManageAsync("/settings roles:@Nobody"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_role_hands_the_right_to_no_other_role()
    {
        await ManageAsync("/settings roles:@News");

        var answer = await MemberAsync("/settings zone:tokyo roles:@Sport", "8");

        Assert.StartsWith(
            "Only people who may manage this server can say which roles",
            answer,
            StringComparison.Ordinal
        );
        var shown = await ManageAsync("/settings");
        Assert.Contains("@News |", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Tokyo", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_roles_the_right_from_a_place_of_their_own()
    {
        platform.Finds = _ => new PlaceLookup.Found(new("discord", "1/2"), "#news");

        var answer = await (await OpenAsync()).AskAsync(
            "/settings roles:@Sport channel:discord:1/2",
            Standing.Administrator,
            "discord:77"
        );

        Assert.StartsWith(
            "Only people who may manage this server can say which roles",
            Said(answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_role_of_another_server_is_of_no_use()
    {
        await ManageAsync("/settings roles:@News");

        Assert.StartsWith(
            "Only people",
            Said(await (await OpenAsync()).AskAsync("/settings zone:tokyo", Standing.Reader, "discord:3/4", null, "8")),
            StringComparison.Ordinal
        );
    }

    private async Task<string> ManageAsync(string line) =>
        Said(await (await OpenAsync()).AskAsync(line, Standing.Administrator, Here));

    private async Task<string> MemberAsync(string line, string role) =>
        Said(await (await OpenAsync()).AskAsync(line, Standing.Reader, Here, null, role));

    private async Task<DigestRoom> OpenAsync() => room ??= await DigestRoom.OpenAsync(folder, time, [], platform);

    private static string Said(Reply reply) => string.Join('\n', PlainText.Of(reply));
}
