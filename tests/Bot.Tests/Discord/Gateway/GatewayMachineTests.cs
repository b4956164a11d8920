using System.Text;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

public sealed class GatewayMachineTests
{
    [Fact]
    public void A_start_connects_with_version_encoding_and_compression()
    {
        var desk = new MachineDesk(isCompressed: true);

        var outputs = desk.Do(new GatewayInput.Start());

        Assert.Equal(
            new GatewayOutput.Connect(new Uri("wss://gateway.test/?v=10&encoding=json&compress=zlib-stream")),
            Assert.Single(outputs)
        );
    }

    [Fact]
    public void Hello_asks_for_the_turn_to_identify_and_sets_a_jittered_heartbeat()
    {
        var desk = new MachineDesk { Luck = 0.25 };
        desk.Do(new GatewayInput.Start());

        var outputs = desk.Open();

        Assert.Equal(new GatewayOutput.AskToIdentify(), Assert.Single(outputs));
        Assert.Equal(MachineDesk.Morning + TimeSpan.FromSeconds(10), desk.State.WakeAt);
    }

    [Fact]
    public void A_turn_identifies_with_guilds_alone()
    {
        var desk = new MachineDesk();
        desk.Do(new GatewayInput.Start());
        desk.Open();

        var outputs = desk.Do(new GatewayInput.MayIdentify());

        var os = OperatingSystem.IsWindows() ? "windows" : "linux";
        Assert.Equal(
            $$$"""{"op":2,"d":{"token":"secret","intents":1,"properties":{"os":"{{{os}}}","browser":"byline","device":"byline"},"shard":[0,1]}}""",
            MachineDesk.Said(outputs)
        );
    }

    [Fact]
    public void Ready_keeps_the_session_and_is_passed_on()
    {
        var desk = new MachineDesk();
        desk.Do(new GatewayInput.Start());
        desk.Open();
        desk.Do(new GatewayInput.MayIdentify());

        var outputs = desk.Hear(MachineDesk.Ready);

        Assert.Equal("READY", Assert.IsType<GatewayOutput.Dispatch>(Assert.Single(outputs)).Event.Name);
        Assert.Equal(new GatewaySession("abc", new Uri("wss://resume.test"), 1), desk.State.Session);
        Assert.IsType<GatewayPhase.Ready>(desk.State.Phase);
    }

    [Fact]
    public void An_event_comes_as_its_name_its_number_and_its_own_bytes()
    {
        var desk = MachineDesk.Connected();

        var outputs = desk.Hear("""{"t":"INTERACTION_CREATE","s":7,"op":0,"d":{"id":"1","x":[1, 2]},"new":{"a":[]}}""");

        var happened = Assert.IsType<GatewayOutput.Dispatch>(Assert.Single(outputs)).Event;
        Assert.Equal(("INTERACTION_CREATE", 7), (happened.Name, happened.Sequence));
        Assert.Equal("""{"id":"1","x":[1, 2]}""", Encoding.UTF8.GetString(happened.Body.Span));
    }

    [Fact]
    public void A_heartbeat_carries_the_last_number_and_null_before_the_first()
    {
        var fresh = new MachineDesk();
        fresh.Do(new GatewayInput.Start());
        fresh.Open();
        var desk = MachineDesk.Connected();
        desk.Hear("""{"op":0,"s":42,"t":"X","d":null}""");

        Assert.Equal("""{"op":1,"d":null}""", MachineDesk.Said(fresh.Wake()));
        Assert.Equal("""{"op":1,"d":42}""", MachineDesk.Said(desk.Wake()));
    }

    [Fact]
    public void A_heartbeat_that_Discord_asks_for_is_sent_at_once_and_moves_no_other()
    {
        var desk = MachineDesk.Connected();
        var due = desk.State.WakeAt;

        var outputs = desk.Hear("""{"op":1,"d":null}""");

        Assert.Equal("""{"op":1,"d":1}""", MachineDesk.Said(outputs));
        Assert.Equal(due, desk.State.WakeAt);
    }

    [Theory]
    [InlineData("""{"op":77,"d":{"x":1}}""")]
    [InlineData("""{"op":11}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1000}}""")]
    public void What_it_does_not_know_or_need_is_passed_over(string message) =>
        Assert.Empty(MachineDesk.Connected().Hear(message));

    [Fact]
    public void A_stop_ends_the_session_at_Discord_too()
    {
        var desk = MachineDesk.Connected();

        var outputs = desk.Do(new GatewayInput.Stop());

        Assert.Equal(1000, Assert.IsType<GatewayOutput.Close>(Assert.Single(outputs)).Code);
        Assert.Null(Assert.IsType<GatewayPhase.Ended>(desk.State.Phase).Why);
        Assert.Empty(desk.Do(new GatewayInput.Start()));
    }

    [Fact]
    public void Wishes_wait_until_ready_and_leave_room_for_heartbeats()
    {
        var desk = new MachineDesk();
        for (var i = 0; i < 150; i++)
            desk.Do(new GatewayInput.Wish(new byte[] { 1 }));
        desk.Do(new GatewayInput.Start());
        desk.Open();
        desk.Do(new GatewayInput.MayIdentify());

        var first = desk.Hear(MachineDesk.Ready).Count(o => o is GatewayOutput.Send);
        var beat = desk.Wake();
        desk.Hear("""{"op":11}""");
        var rest = desk.Pass(TimeSpan.FromSeconds(60)).Count(o => o is GatewayOutput.Send);

        Assert.Equal(99, first);
        Assert.NotNull(MachineDesk.Said(beat));
        Assert.InRange(rest, 51, 52);
    }
}
