using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>A place with topics, digests that name them, and articles that they take or leave.</summary>
internal static class TopicRoom
{
    /// <summary>With a digest on topics that the operator planned.</summary>
    public static Task<DigestRoom> ConfiguredAsync(
        StoreFolder folder,
        FakeTimeProvider time,
        RecordingPlatform platform,
        string topics
    ) =>
        DigestRoom.OpenAsync(
            folder,
            time,
            [
                new DigestOptions
                {
                    Name = "Power",
                    At = "07:30",
                    Destination = "discord:1",
                    Topics = topics,
                },
            ],
            platform
        );

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task PlanAsync(DigestRoom room)
    {
        await room.AskAsync("/topic add solar as:energy");
        await room.AskAsync("/topic add cup as:sport");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Power topics:energy");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:Games topics:sport");
        await room.AskAsync("/digest add at:07:30 zone:UTC name:All");
    }

    public static async Task FileAsync(DigestRoom room)
    {
        await FileSolarAsync(room);
        await room.FileAsync(
            "Wind farm stands still",
            text: "Nothing turned on the coast after the storm of Tuesday. Fishermen do not miss the noise."
        );
        await FileCupAsync(room);
        await FileMuseumAsync(room);
    }

    public static Task FileSolarAsync(DigestRoom room, string? published = null) =>
        room.FileAsync(
            "Solar panels for Arvenna",
            published,
            "Forty engineers mount glass on the roofs of an old market. Taxpayers gave the money in March."
        );

    public static Task FileCupAsync(DigestRoom room) =>
        room.FileAsync(
            "Cup goes to Norland",
            text: "A late goal decided the match before sixty thousand people. The club had lost every final since 1978."
        );

    public static Task FileMuseumAsync(DigestRoom room) =>
        room.FileAsync(
            "Museum opens in Kastrel",
            text: "Painted bowls that divers found in a wreck can be seen from today. Admission costs nothing on Mondays."
        );

    public static async Task<string> PreviewAfterAsync(DigestRoom room, string digest)
    {
        await FileAsync(room);
        return await AnswerAsync(room, $"/digest preview {digest}");
    }

    public static Task<DigestPlan> PlannedAsync(DigestRoom room) => room.Get<DigestBook>().ReadAsync(Stop);

    public static async Task<string> AnswerAsync(DigestRoom room, string line, string place = "discord:1") =>
        string.Join('\n', PlainText.Of(await room.AskAsync(line, place)));
}
