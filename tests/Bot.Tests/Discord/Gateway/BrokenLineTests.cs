using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

/// <summary>What breaks a line, and what becomes of its session.</summary>
public sealed class BrokenLineTests
{
    [Fact]
    public void A_silent_line_is_hung_up_and_resumed()
    {
        var desk = MachineDesk.Connected();
        desk.Wake();

        var close = Assert.IsType<GatewayOutput.Close>(Assert.Single(desk.Wake()));
        desk.Do(new GatewayInput.Closed(null));
        var connect = Assert.IsType<GatewayOutput.Connect>(Assert.Single(desk.Wake()));
        var said = MachineDesk.Said(desk.Open());

        Assert.NotInRange(close.Code, 1000, 1001);
        Assert.Equal("resume.test", connect.To.Host);
        Assert.Equal("""{"op":6,"d":{"token":"secret","session_id":"abc","seq":1}}""", said);
    }

    [Fact]
    public void A_line_that_does_not_close_is_left_behind()
    {
        var desk = MachineDesk.Connected();
        desk.Hear("""{"op":7,"d":null}""");

        desk.Wake();

        Assert.IsType<GatewayOutput.Connect>(Assert.Single(desk.Wake()));
    }

    [Fact]
    public void Missed_events_are_passed_on_in_order_until_resumed()
    {
        var desk = MachineDesk.Connected();
        desk.Do(new GatewayInput.Closed(4000));
        desk.Wake();
        desk.Open();

        var names = new[]
        {
            """{"op":0,"s":2,"t":"A","d":{}}""",
            """{"op":0,"s":3,"t":"B","d":{}}""",
            """{"op":0,"s":4,"t":"RESUMED","d":{}}""",
        }
            .SelectMany(desk.Hear)
            .OfType<GatewayOutput.Dispatch>()
            .Select(d => d.Event.Name);

        Assert.Equal(["A", "B", "RESUMED"], names);
        Assert.IsType<GatewayPhase.Ready>(desk.State.Phase);
        Assert.Equal(4, desk.State.Session?.Sequence);
    }

    [Fact]
    public void An_asked_reconnect_resumes_within_a_second()
    {
        var desk = MachineDesk.Connected();

        var close = Assert.IsType<GatewayOutput.Close>(Assert.Single(desk.Hear("""{"op":7,"d":null}""")));
        desk.Do(new GatewayInput.Closed(4000));

        Assert.NotInRange(close.Code, 1000, 1001);
        Assert.True(desk.State.WakeAt - desk.Now <= TimeSpan.FromSeconds(1));
        Assert.NotNull(desk.State.Session);
    }

    [Theory]
    [InlineData("true", "resume.test", true)]
    [InlineData("false", "gateway.test", false)]
    [InlineData("null", "gateway.test", false)]
    [InlineData("\"odd\"", "gateway.test", false)]
    public void An_invalid_session_is_resumed_only_where_Discord_says_so(string may, string host, bool isResumed)
    {
        var desk = MachineDesk.Connected();

        desk.Hear($$"""{"op":9,"d":{{may}}}""");
        desk.Do(new GatewayInput.Closed(4000));
        var rest = desk.State.WakeAt - desk.Now;
        var connect = Assert.IsType<GatewayOutput.Connect>(Assert.Single(desk.Wake()));
        var outputs = desk.Open();

        Assert.InRange(rest!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        Assert.Equal(host, connect.To.Host);
        Assert.Equal(isResumed, outputs[0] is GatewayOutput.Send);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4009)]
    [InlineData(4999)]
    public void After_these_codes_the_session_goes_on(int? code)
    {
        var desk = MachineDesk.Connected();

        desk.Do(new GatewayInput.Closed(code));
        desk.Wake();

        Assert.Contains("\"op\":6", MachineDesk.Said(desk.Open()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4008)]
    public void After_these_codes_a_new_session_is_asked_for(int code)
    {
        var desk = MachineDesk.Connected();

        desk.Do(new GatewayInput.Closed(code));
        var connect = Assert.IsType<GatewayOutput.Connect>(Assert.Single(desk.Wake()));

        Assert.Equal("gateway.test", connect.To.Host);
        Assert.Equal(new GatewayOutput.AskToIdentify(), Assert.Single(desk.Open()));
    }

    [Theory]
    [InlineData(4004, "copy it anew from the developer portal")]
    [InlineData(4010, "start with the number of shards that it recommends")]
    [InlineData(4011, "start it again")]
    [InlineData(4012, "update this program")]
    [InlineData(4013, "update this program")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public void After_these_codes_it_stays_away_and_says_what_mends_it(int code, string mend)
    {
        var desk = MachineDesk.Connected();

        var outputs = desk.Do(new GatewayInput.Closed(code));

        Assert.Empty(outputs);
        Assert.Contains(mend, Assert.IsType<GatewayPhase.Ended>(desk.State.Phase).Why, StringComparison.Ordinal);
        Assert.Null(desk.State.WakeAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"d":{}}""")]
    [InlineData("""{"op":"1"}""")]
    [InlineData("""{"op":99999999999}""")]
    [InlineData("""{"op":0,"s":2,"t":"X","d":{}} {"op":1}""")]
    public void A_malformed_message_hangs_up_and_keeps_the_session(string message)
    {
        var desk = MachineDesk.Connected();

        Assert.IsType<GatewayOutput.Close>(Assert.Single(desk.Hear(message)));
        Assert.NotNull(desk.State.Session);
    }

    [Theory]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":"soon"}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1e300}}""")]
    public void A_hello_without_an_interval_hangs_up(string hello)
    {
        var desk = new MachineDesk();
        desk.Do(new GatewayInput.Start());
        desk.Do(new GatewayInput.Opened());

        Assert.IsType<GatewayOutput.Close>(Assert.Single(desk.Hear(hello)));
    }

    [Fact]
    public void No_hello_and_no_ready_are_waited_for_in_vain_only_for_a_while()
    {
        var silent = new MachineDesk();
        silent.Do(new GatewayInput.Start());
        silent.Do(new GatewayInput.Opened());
        var unready = new MachineDesk();
        unready.Do(new GatewayInput.Start());
        unready.Open();
        unready.Do(new GatewayInput.MayIdentify());

        Assert.IsType<GatewayOutput.Close>(Assert.Single(silent.Pass(TimeSpan.FromSeconds(20))));
        Assert.IsType<GatewayOutput.Close>(Assert.Single(unready.Pass(TimeSpan.FromSeconds(60))));
    }

    [Fact]
    public void Connections_that_fail_rest_longer_each_time_up_to_a_minute()
    {
        var desk = new MachineDesk { Luck = 0.999 };
        desk.Do(new GatewayInput.Start());
        var rests = new List<double>();

        for (var i = 0; i < 9; i++)
        {
            desk.Do(new GatewayInput.Closed(null));
            rests.Add(Math.Round((desk.State.WakeAt - desk.Now)!.Value.TotalSeconds));
            desk.Wake();
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], rests);
    }

    [Fact]
    public void A_resume_address_that_fails_is_left_for_the_usual_one_with_the_session()
    {
        var desk = MachineDesk.Connected();
        var hosts = new List<string>();

        for (var i = 0; i < 5; i++)
        {
            desk.Do(new GatewayInput.Closed(null));
            hosts.Add(Assert.IsType<GatewayOutput.Connect>(Assert.Single(desk.Wake())).To.Host);
        }

        Assert.Equal(["resume.test", "resume.test", "resume.test", "gateway.test", "gateway.test"], hosts);
        Assert.Contains("\"op\":6", MachineDesk.Said(desk.Open()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_token_does_not_follow_to_a_plain_line()
    {
        var desk = new MachineDesk();
        desk.Do(new GatewayInput.Start());
        desk.Open();
        desk.Do(new GatewayInput.MayIdentify());

        desk.Hear("""{"op":0,"s":1,"t":"READY","d":{"session_id":"a","resume_gateway_url":"ws://resume.test"}}""");

        Assert.Equal(MachineDesk.Home, desk.State.Session?.ResumeUrl);
    }
}
