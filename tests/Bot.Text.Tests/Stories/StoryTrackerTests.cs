using System.Text.Json;
using Bot.Text.Stories;

namespace Bot.Text.Tests.Stories;

public sealed class StoryTrackerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly StoryArticle Fire = new(
        "fire",
        "Fire destroys old mill in Exmouth",
        "A fire destroyed the old cotton mill in Exmouth on Monday night. Sixty firefighters fought the flames until dawn.",
        "Northwire",
        Noon
    );

    [Fact]
    public void A_restored_tracker_decides_as_the_one_that_was_saved()
    {
        var articles = Wire.Run(200).ToList();
        var whole = new StoryTracker();
        var before = articles.Take(100).Select(whole.Add).ToList();
        var written = JsonSerializer.Serialize(whole.Save());

        var restored = StoryTracker.Restore(JsonSerializer.Deserialize<StoryTrackerState>(written)!)!; // just written

        Assert.InRange(before.Select(d => d.Story).Distinct().Count(), 15, 25);
        Assert.Equal(
            articles.Skip(100).Select(a => Told(whole.Add(a))),
            articles.Skip(100).Select(a => Told(restored.Add(a)))
        );
    }

    [Fact]
    public void A_restored_tracker_looks_at_as_many_stories_where_more_share_a_word_than_are_looked_at()
    {
        // All titles say "wants": 400 stories, of which the older ones close on the way.
        var articles = Wire.Run(2000).Select(a => a with { Published = Noon + 2 * (a.Published - Noon) }).ToList();
        var whole = new StoryTracker();
        foreach (var article in articles.Take(1500))
            whole.Add(article);
        var restored = StoryTracker.Restore(whole.Save())!; // just saved
        var before = whole.Comparisons;

        var told = articles.Skip(1500).Select(a => (Told(whole.Add(a)), whole.OpenStories)).ToList();

        Assert.Equal(told, articles.Skip(1500).Select(a => (Told(restored.Add(a)), restored.OpenStories)));
        Assert.Equal(whole.Comparisons - before, restored.Comparisons);
    }

    [Fact]
    public void A_state_of_another_version_is_not_restored() =>
        Assert.Null(StoryTracker.Restore(new StoryTracker().Save() with { Version = StoryTracker.Version + 1 }));

    [Fact]
    public void A_story_that_slept_for_two_weeks_is_closed()
    {
        var tracker = new StoryTracker();
        var first = tracker.Add(Fire);

        var later = tracker.Add(Fire with { Id = "later", Published = Noon.AddDays(20) });

        Assert.NotEqual(first.Story, later.Story);
    }

    [Fact]
    public void One_article_of_a_wrong_date_closes_no_story()
    {
        var tracker = new StoryTracker();
        var first = tracker.Add(Fire);
        tracker.Add(
            new StoryArticle("wrong", null, "The year 2077 begins with snow in Lisbon.", "Almanac", Noon.AddYears(51))
        );
        foreach (var article in Wire.Run(300))
            tracker.Add(article with { Published = Noon.AddHours(1) });

        var copy = tracker.Add(Fire with { Id = "copy", Source = "Coast Herald", Published = Noon.AddHours(2) });

        Assert.Equal(first.Story, copy.Story);
        Assert.Equal((StoryRelation.Copy, "fire"), (copy.Relation, copy.EarlierId));
    }

    [Fact]
    public void A_first_article_of_a_wrong_date_closes_no_story_and_grows_old()
    {
        var tracker = new StoryTracker();
        tracker.Add(
            new StoryArticle("wrong", null, "The year 2077 begins with snow in Lisbon.", "Almanac", Noon.AddYears(51))
        );
        var fire = tracker.Add(Fire);
        foreach (var article in Wire.Run(300))
            tracker.Add(article with { Published = Noon.AddHours(1) });
        var copy = tracker.Add(Fire with { Id = "copy", Source = "Coast Herald", Published = Noon.AddHours(2) });
        var open = tracker.OpenStories;

        foreach (var article in Wire.Run(600).Skip(300))
            tracker.Add(article with { Published = Noon.AddDays(30) });

        Assert.Equal((fire.Story, StoryRelation.Copy), (copy.Story, copy.Relation));
        Assert.Equal(62, open);
        Assert.Equal(60, tracker.OpenStories);
    }

    [Fact]
    public void A_stream_without_any_date_goes_on()
    {
        var tracker = new StoryTracker();

        foreach (var article in Wire.Run(300))
            tracker.Add(article with { Published = null });

        Assert.Equal(60, tracker.OpenStories);
    }

    public static TheoryData<DateTimeOffset> EndsOfTime =>
        [
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
            new DateTimeOffset(1, 1, 14, 23, 0, 0, TimeSpan.FromHours(-14)),
        ];

    [Theory]
    [MemberData(nameof(EndsOfTime))]
    public void Times_at_the_ends_of_time_are_times(DateTimeOffset published)
    {
        var tracker = new StoryTracker();

        foreach (var article in Wire.Run(300))
            tracker.Add(article with { Published = published });

        Assert.Equal(60, tracker.OpenStories);
    }

    [Fact]
    public void Articles_without_a_date_come_now()
    {
        var tracker = new StoryTracker();
        var first = tracker.Add(Fire with { Published = null });

        var second = tracker.Add(Fire with { Id = "second", Published = null });

        Assert.Equal(first.Story, second.Story);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("!!! ???")]
    [InlineData("\ud83d")]
    [InlineData("— — —")]
    public void A_text_that_says_nothing_opens_a_story_of_its_own(string text)
    {
        var tracker = new StoryTracker();
        tracker.Add(Fire);

        var first = tracker.Add(new StoryArticle("a", null, text, null, Noon));
        var second = tracker.Add(new StoryArticle("b", null, text, null, Noon));

        Assert.Equal(StoryRelation.First, first.Relation);
        Assert.NotEqual(first.Story, second.Story);
    }

    [Fact]
    public void New_sentences_lie_in_the_text_that_was_given()
    {
        var tracker = new StoryTracker();
        var seen = 0;

        foreach (var article in Wire.Run(100))
        {
            foreach (var span in tracker.Add(article).NewSentences)
            {
                Assert.EndsWith(".", span.Of(article.Text), StringComparison.Ordinal);
                seen++;
            }
        }

        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void Twice_the_articles_take_twice_the_comparisons()
    {
        // The first articles find fewer open stories; growth with the square would be four times.
        var (some, twice) = (Compare(600), Compare(1200));

        Assert.InRange(twice, some, (long)(2.5 * some));
    }

    [Fact]
    public void Old_stories_fade()
    {
        var tracker = new StoryTracker();

        foreach (var article in Wire.Run(1500))
            tracker.Add(article with { Published = Noon + 10 * (article.Published - Noon) });

        // An article every hundred minutes, five of an event: 14 days have about 40 events, and as many may wait for the broom.
        Assert.InRange(tracker.OpenStories, 30, 150);
    }

    private static long Compare(int articles)
    {
        var tracker = new StoryTracker();
        foreach (var article in Wire.Run(articles))
            tracker.Add(article with { Published = Noon + 10 * (article.Published - Noon) });
        return tracker.Comparisons;
    }

    private static (StoryId, StoryRelation, string?, string) Told(StoryDecision decision) =>
        (decision.Story, decision.Relation, decision.EarlierId, string.Join(' ', decision.NewSentences));
}
