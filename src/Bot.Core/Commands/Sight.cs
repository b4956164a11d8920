using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Commands;

/// <summary>What is seen from where a command was given: the feeds are the whole chat's, whatever topic or channel of it asks.</summary>
internal static class Sight
{
    public static Audience Of(CommandCall call) => From(call.Place);

    public static Audience From(Destination place) => Audience.Of(place.Chat.ToString());
}
