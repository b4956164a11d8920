using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

/// <summary>Answers to interactions under trouble: whoever asks is answered, once.</summary>
public sealed class AnswerFaultTests
{
    private const string Acknowledge = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private const string Answer = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Troubles =>
        new()
        {
            new Fault.LostAnswer(),
            new Fault.LostRequest(),
            new Fault.BrokenJson(),
            new Fault.ServerError(500),
            new Fault.ServerError(502, IsPage: true),
            new Fault.Limited(TimeSpan.FromSeconds(1)),
        };

    /// <summary>A limit of seconds outlasts what Discord waits for an acknowledgement.</summary>
    public static TheoryData<Fault> Lost =>
        new()
        {
            new Fault.LostAnswer(),
            new Fault.LostRequest(),
            new Fault.BrokenJson(),
            new Fault.ServerError(500),
            new Fault.ServerError(502, IsPage: true),
        };

    /// <summary>Discord waits three seconds for an acknowledgement: they must not pass while a slow machine gives it.</summary>
    private static readonly TimeSpan Unhurried = TimeSpan.FromMilliseconds(50);

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task An_answer_that_meets_trouble_comes_once(Fault fault)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Answer, fault);

        var asked = await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        await asked.WaitForAcknowledgementAsync(Cancellation);
        var answer = await desk.PassUntilAsync(asked.WaitForAnswerAsync(Cancellation));
        await desk.PassUntilAsync(
            async () => await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'sent'") == 1,
            "the answer is sent"
        );

        Assert.NotEmpty(answer.Embeds);
        Assert.Single(desk.Channel.BotMessages);
        Assert.Empty(desk.Discord.Refusals);
    }

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task An_acknowledgement_that_meets_trouble_is_given_again_and_the_answer_comes_once(Fault fault)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Acknowledge, fault);

        var asked = await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        var answer = await desk.PassUntilAsync(asked.WaitForAnswerAsync(Cancellation), Unhurried);

        Assert.NotEmpty(answer.Embeds);
        Assert.Single(desk.Channel.BotMessages);
        Assert.InRange(desk.Discord.Requests.Of(Acknowledge).Count, 1, 2);
    }

    [Fact]
    public async Task An_acknowledgement_whose_answer_was_lost_is_known_again_by_what_Discord_says_the_second_time()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Acknowledge, new Fault.LostAnswer());

        var asked = await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        await desk.PassUntilAsync(asked.WaitForAnswerAsync(Cancellation), Unhurried);

        Assert.Equal(40060, desk.Discord.Requests.Of(Acknowledge)[1].Code);
    }

    [Fact]
    public async Task A_long_limit_of_one_answer_holds_up_no_other()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        desk.Discord.Faults.Add(Answer, new Fault.Limited(TimeSpan.FromSeconds(60)));
        var slow = await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        await desk.UntilAsync(
            () => Task.FromResult(desk.Discord.Requests.Of(Answer).Any(r => r.Status == 429)),
            "the answer is limited"
        );

        var quick = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "about");
        var late = await desk.PassUntilAsync(slow.WaitForAnswerAsync(Cancellation));

        Assert.NotEmpty(TranscriptText.Of(quick));
        Assert.NotEmpty(late.Embeds);
    }

    [Fact]
    public async Task An_answer_that_is_late_by_an_outage_is_a_message_of_its_own_and_there_once()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Answer, new Fault.ServerError(503), times: 1_000);
        var asked = await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        await asked.WaitForAcknowledgementAsync(Cancellation);

        clock.Advance(TimeSpan.FromMinutes(16));
        var posts = await desk.ComesAsync(desk.Channel);

        Assert.NotEmpty(Assert.Single(posts).Embeds);
    }
}
