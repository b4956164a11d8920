using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>What may be reached. The web of these tests listens on 127.0.0.1, and a request that reached it is a failure.</summary>
public sealed class AddressTests
{
    public static TheoryData<string> SpellingsOfThisMachine =>
        ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"];

    [Theory, MemberData(nameof(SpellingsOfThisMachine))]
    public async Task This_machine_is_not_read_however_it_is_spelt(string host)
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("127.0.0.1", "/feed", Documents.Of("secret"));

        var outcome = await room.FetchAsync(room.Web.At(host, "/feed"));

        FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
        Assert.Empty(room.Web.Visits);
    }

    [Theory, MemberData(nameof(SpellingsOfThisMachine))]
    public async Task This_machine_is_not_read_behind_a_redirect(string host)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Refusals.Redirect(301, $"http://{host}:{room.Web.Port}/secret"));

        FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
        Assert.Single(room.Web.Visits);
    }

    [Theory, MemberData(nameof(SpellingsOfThisMachine))]
    public async Task This_machine_is_no_page_either_nor_asked_for_its_robots_txt(string host)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchAsync(room.Web.At(host, "/page"), FetchedKind.Page);

        FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
        Assert.Empty(room.Web.Visits);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:7f00:1::80ff:fffe")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public async Task A_name_that_leads_to_what_is_not_public_is_refused_with_the_address(string address)
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Lookup.Answer("evil.example", address);

        var outcome = await room.FetchAsync(room.Web.At("evil.example", "/feed"));

        var failed = FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
        Assert.Equal($"evil.example leads to {IPAddress.Parse(address)}, a private address", failed.Words);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::8.8.8.8")]
    public async Task What_is_public_would_be_dialled(string address)
    {
        await using var room = await FetchRoom.OpenAsync();
        // One private address among them stops all: so it is told which of the two was minded, and nobody is dialled.
        room.Lookup.Answer("mixed.example", address, "10.0.0.1");

        var outcome = await room.FetchAsync(room.Web.At("mixed.example", "/feed"));

        var failed = FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
        Assert.Contains("10.0.0.1", failed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_dialled()
    {
        // Loopback's first address stands for a public one here: it alone is open, whatever the name.
        await using var room = await FetchRoom.OpenAsync(limits: null, "127.0.0.1");
        room.Web.Play("rebound.example", "/feed", Documents.Of("<rss/>"));
        room.Lookup.Answer("rebound.example", "127.0.0.1");
        room.Lookup.Answer("rebound.example", "127.0.0.2");

        var outcome = await room.FetchAsync(room.Web.At("rebound.example", "/feed"));

        // A second look would have led to where nobody listens and nobody may.
        Assert.Equal("<rss/>", FetchRoom.Words(outcome));
        Assert.Equal(["rebound.example"], room.Lookup.Asked);
    }

    [Fact]
    public async Task A_name_that_turns_private_between_two_hops_is_refused_at_the_second()
    {
        await using var room = await FetchRoom.OpenAsync(limits: null, "127.0.0.1");
        room.Web.Play("rebound.example", "/feed", scene => RawAnswers.RedirectAsync(scene, "/again"));
        room.Lookup.Answer("rebound.example", "127.0.0.1");
        room.Lookup.Answer("rebound.example", "169.254.169.254");

        var outcome = await room.FetchAsync(room.Web.At("rebound.example", "/feed"));

        FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
        Assert.Single(room.Web.Visits);
    }

    [Theory]
    [InlineData("127.0.0.0/8", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "home.example", true)]
    [InlineData("home.example", "home.example", true)]
    [InlineData("HOME.example", "home.example", true)]
    [InlineData("home.example:PORT", "home.example", true)]
    [InlineData("127.0.0.1:PORT", "127.0.0.1", true)]
    [InlineData("home.example:1", "home.example", false)]
    [InlineData("127.0.0.1:1", "127.0.0.1", false)]
    [InlineData("home.example", "127.0.0.1", false)]
    [InlineData("home.example", "www.home.example", false)]
    [InlineData("10.0.0.0/8", "127.0.0.1", false)]
    [InlineData("::/3", "127.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", true)]
    public async Task What_the_operator_opens_is_open_and_nothing_beside_it(string allowed, string host, bool isOpen)
    {
        var time = new FetchTime();
        await using var web = await FeedWeb.StartAsync(time, TestContext.Current.CancellationToken);
        web.Play(host, "/feed", Documents.Of("<rss/>"));
        using var fetcher = new Fetcher(
            AllowedHosts.Parse([allowed.Replace("PORT", $"{web.Port}", StringComparison.Ordinal)]),
            new FetchRoom.RecordedLookup(),
            new FetchLimits(),
            time
        );

        var outcome = await fetcher.FetchAsync(
            new FetchRequest(web.At(host, "/feed"), FetchedKind.Feed),
            TestContext.Current.CancellationToken
        );

        if (isOpen)
            Assert.IsType<FetchOutcome.Fetched>(outcome);
        else
            FetchRoom.Failure(FetchFault.PrivateAddress, outcome);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told_from_one_that_does_not_answer()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Lookup.Answer("nowhere.example");
        var closed = new UriBuilder("http", "news.example", FreePort(), "/feed").Uri;

        FetchRoom.Failure(FetchFault.UnknownHost, await room.FetchAsync(room.Web.At("nowhere.example")));
        FetchRoom.Failure(FetchFault.NoConnection, await room.FetchAsync(closed));
    }

    [Fact]
    public async Task The_second_address_of_a_name_is_tried_where_the_first_does_not_answer()
    {
        await using var room = await FetchRoom.OpenAsync();
        room.Web.Play("news.example", "/feed", Documents.Of("<rss/>"));
        room.Lookup.Answer("news.example", "::1", "127.0.0.1");

        Assert.Equal("<rss/>", FetchRoom.Words(await room.FetchAsync(room.Web.At("news.example", "/feed"))));
    }

    [Theory]
    [InlineData("ftp://news.example/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://news.example/")]
    [InlineData("http://ann:hunter2@news.example/feed")]
    [InlineData("http://ann@news.example/feed")]
    [InlineData("/feed")]
    public async Task Only_plain_http_and_https_addresses_are_asked(string address)
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchAsync(new Uri(address, UriKind.RelativeOrAbsolute));

        var failed = FetchRoom.Failure(FetchFault.BadAddress, outcome);
        Assert.DoesNotContain("hunter2", failed.Words, StringComparison.Ordinal);
        Assert.Empty(room.Lookup.Asked);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        await using var room = await FetchRoom.OpenAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var shown = ShowCertificateAsync(listener);

        var outcome = await room.FetchAsync(
            new Uri($"https://news.example:{((IPEndPoint)listener.LocalEndpoint).Port}/feed")
        );

        FetchRoom.Failure(FetchFault.NoTrust, outcome);
        await shown;
    }

    private static async Task ShowCertificateAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=news.example",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(start, start.AddYears(30));
        using var caller = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var secure = new SslStream(caller.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
            _ = await secure.ReadAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (Exception hungUp) when (hungUp is IOException or System.Security.Authentication.AuthenticationException)
        {
            // As it should.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
