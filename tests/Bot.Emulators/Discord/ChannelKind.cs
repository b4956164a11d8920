namespace Bot.Emulators.Discord;

/// <summary>https://docs.discord.com/developers/resources/channel#channel-object-channel-types</summary>
public enum ChannelKind
{
    Text = 0,
    DirectMessage = 1,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
}
