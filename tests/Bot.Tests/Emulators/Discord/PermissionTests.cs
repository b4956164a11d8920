using Bot.Emulators.Discord;

namespace Bot.Tests.Emulators.Discord;

public sealed class PermissionTests
{
    [Fact]
    public async Task Overwrites_are_taken_from_everyone_to_roles_to_the_member()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var bob = room.Emulator.AddPerson("Bob");
        var editor = room.Guild.AddRole("Editor");
        var muted = room.Guild.AddRole("Muted");
        room.Guild.Joins(bob, editor, muted);

        room.News.Overwrite(room.Guild.Everyone, deny: Permissions.SendMessages);
        Assert.False(MaySend(room, bob));
        room.News.Overwrite(editor, allow: Permissions.SendMessages);
        Assert.True(MaySend(room, bob));
        room.News.Overwrite(muted, deny: Permissions.SendMessages);
        Assert.True(MaySend(room, bob));
        room.News.Overwrite(bob, deny: Permissions.SendMessages);
        Assert.False(MaySend(room, bob));
        Assert.False(room.News.PermissionsOf(bob).HasFlag(Permissions.EmbedLinks));
        Assert.True(MaySend(room, room.Ann));
    }

    [Fact]
    public async Task An_administrator_may_do_all_and_who_is_timed_out_may_only_read()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var bob = room.Emulator.AddPerson("Bob");
        room.Guild.Joins(bob);
        room.News.Overwrite(bob, deny: Permissions.ViewChannel);
        Assert.Equal(Permissions.None, room.News.PermissionsOf(bob));

        room.News.Overwrite(bob);
        room.Guild.TimesOut(bob, TimeSpan.FromMinutes(1));
        Assert.Equal(Permissions.ViewChannel | Permissions.ReadMessageHistory, room.News.PermissionsOf(bob));

        room.Time.Advance(TimeSpan.FromMinutes(1));
        room.Guild.Gives(bob, room.Guild.AddRole("Chief", Permissions.Administrator));
        room.News.Overwrite(bob, deny: Permissions.ViewChannel);
        Assert.Equal(Permissions.All, room.News.PermissionsOf(bob));
    }

    [Fact]
    public async Task A_thread_needs_its_own_right_to_write_and_takes_its_channels_overwrites()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var thread = room.Guild.AddThread(room.News, "Talk");

        room.News.Overwrite(room.Bot, deny: Permissions.SendMessages);
        Assert.Equal(200, (await room.PostAsync(new { content = "a" }, thread)).Status);
        room.News.Overwrite(room.Bot, deny: Permissions.SendMessagesInThreads);
        Assert.Equal(50013, DiscordRoom.CodeOf(await room.PostAsync(new { content = "a" }, thread)));
        Assert.Equal(200, (await room.PostAsync(new { content = "a" })).Status);
    }

    [Fact]
    public async Task A_command_for_the_few_is_not_offered_to_the_many()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var bob = room.Emulator.AddPerson("Bob");
        room.Guild.Joins(bob);
        await room.RegisterAsync(
            new
            {
                name = "digest",
                description = "The digest",
                default_member_permissions = "32",
                contexts = new[] { 0 },
            }
        );

        Assert.Throws<InvalidOperationException>(() => bob.UsesCommand(room.News, "digest"));
        Assert.Throws<InvalidOperationException>(() =>
            room.Ann.UsesCommand(room.Ann.DirectMessagesWith(room.Bot), "digest")
        );
        room.Guild.Gives(bob, room.Guild.AddRole("Editor", Permissions.ManageGuild));
        Assert.Equal("/digest", bob.UsesCommand(room.News, "digest").Asked);
    }

    private static bool MaySend(DiscordRoom room, Person person) =>
        room.News.PermissionsOf(person).HasFlag(Permissions.SendMessages);
}
