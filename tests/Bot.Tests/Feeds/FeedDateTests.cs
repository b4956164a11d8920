using System.Globalization;
using Bot.Core.Feeds.Dates;

namespace Bot.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 02 Mar 2026 13:05:06 +0100", "2026-03-02T12:05:06")]
    [InlineData("Mon, 2 Mar 26 07:05 EST", "2026-03-02T12:05:00")]
    [InlineData("Mon, 02 Mar 2026 13:05:06 GMT+01:00", "2026-03-02T12:05:06")]
    [InlineData("Mon Mar 2 12:05:06 2026", "2026-03-02T12:05:06")]
    [InlineData("Mon Mar 02 2026 12:05:06 GMT+0000 (Coordinated Universal Time)", "2026-03-02T12:05:06")]
    [InlineData("2026-03-02T13:05:06.789+01:00", "2026-03-02T12:05:06")]
    [InlineData("2026-03-02 12:05", "2026-03-02T12:05:00")]
    [InlineData("2026-03-02T24:00:00Z", "2026-03-03T00:00:00")]
    [InlineData("20260302T120506Z", "2026-03-02T12:05:06")]
    [InlineData("2026-061", "2026-03-02T00:00:00")]
    [InlineData("2026-03", "2026-03-01T00:00:00")]
    [InlineData("1772453106", "2026-03-02T12:05:06")]
    [InlineData("March 2nd, 2026 at 12:05 p.m.", "2026-03-02T12:05:00")]
    [InlineData("2 March 2026, 12:05 am", "2026-03-02T00:05:00")]
    [InlineData("03/25/2026 4:20 pm PST", "2026-03-26T00:20:00")]
    [InlineData("Mon, 02/03/2026", "2026-03-02T00:00:00")]
    [InlineData("02.03.2026", "2026-03-02T00:00:00")]
    [InlineData("Montag, 2. März 2026 - 12:05", "2026-03-02T12:05:00")]
    [InlineData("lun., 02 févr. 2026 12:05:06 +0000", "2026-02-02T12:05:06")]
    [InlineData("mar., 03 févr. 2026 12:05:06 +0000", "2026-02-03T12:05:06")]
    [InlineData("mar. février 3 2026, 12:05", "2026-02-03T12:05:00")]
    [InlineData("March 2, 2026 12:05 (4. Mai)", "2026-03-02T12:05:00")]
    [InlineData("March 2, 2026, 12:05 – mai", "2026-03-02T12:05:00")]
    [InlineData("2. März 2026, 12:05 Uhr", "2026-03-02T12:05:00")]
    [InlineData("12:05 March 2, 2026", "2026-03-02T12:05:00")]
    [InlineData("12:05 MAY 2, 2026", "2026-05-02T12:05:00")]
    [InlineData("2 mars 2026, 13:05h", "2026-03-02T13:05:00")]
    [InlineData("2. März 2026, 13:05 Uhr MEZ", "2026-03-02T12:05:00")]
    [InlineData("2 de marzo de 2026 12:05", "2026-03-02T12:05:00")]
    [InlineData("2 марта 2026 12:05:06", "2026-03-02T12:05:06")]
    [InlineData("2026년 03월 02일 21:05:06", "2026-03-02T12:05:06")]
    [InlineData("2026-03-02 오후 9:05:06", "2026-03-02T12:05:06")]
    [InlineData("Δευ, 02 Μαρ 2026 07:05:06 EST", "2026-03-02T12:05:06")]
    public void A_date_is_read_however_it_is_written(string written, string utc) =>
        Assert.Equal(
            DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            FeedDate.Find(written)
        );

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Mon, 32 Mar 2026 12:00:00 GMT")]
    [InlineData("Mon, 02 Mar 2026 25:00:00 GMT")]
    [InlineData("Mon, 02 Mar 2026 12:00:00 +zz:00")]
    [InlineData("2026-13-41")]
    [InlineData("20260302T996199Z")]
    [InlineData("20260302T120506+zz")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("99999999999999999999")]
    public void What_can_be_no_date_is_none(string written) => Assert.Null(FeedDate.Find(written));
}
