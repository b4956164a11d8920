using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Filters;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Topics;

/// <summary><c>/topic test [energy]</c>: what of the newest a topic takes, all of them, or a rule that is not made yet.</summary>
internal sealed class TopicTesting(FilterRuleReader reader, TopicBook book, FilterTrial trial)
{
    private const int MostTaken = 10;

    public async Task<Reply> AnswerAsync(FilterAsk ask, CancellationToken cancellation)
    {
        var (edition, topics) = (ask.Edition, await book.OfAsync(ask.Place, cancellation));
        var name = ask.Call.Option(FilterWishes.Name);
        var asked =
            name is null && ask.IsRuleAlone ? ask.Rule
            : ask.HasTerms ? null // A rule is typed, and how it is to be called.
            : name;
        if (asked is not null && TopicPick.Find(asked, topics) is { } topic)
            return await TryAsync(topic.Rules, topic, null, ask, cancellation);
        if (ask.HasTerms)
            return await reader.ReadAsync(ask, cancellation) switch
            {
                FilterReading.Wrong wrong => wrong.Answer,
                FilterReading.Understood understood => await TryAsync(
                    [understood.Rule with { Effect = FilterEffect.Include, Name = "" }],
                    null,
                    understood.Rule,
                    ask,
                    cancellation
                ),
                _ => throw new InvalidOperationException("A rule is understood or wrong."),
            };
        if (name is not null)
            return Reply.Of(TopicNames.NoSuch(name, topics, ask.Hint, edition));
        if (topics.Count == 0)
            return Reply.Of(TopicNames.None(ask.Hint, edition));
        return await TryAllAsync(topics, ask, cancellation);
    }

    /// <summary>"Of the newest 50 articles here it takes 3."</summary>
    public static IReadOnlyList<Inline> Said(TrialFindings findings, Edition edition)
    {
        var taken = findings.Passing.Count();
        return edition.Line(
            findings.All.Count == 0 ? "filter.none-tried"
                : taken == 0 ? "topic.takes-none"
                : "topic.takes",
            ("count", findings.All.Count),
            ("taken", taken)
        );
    }

    private async Task<Reply> TryAllAsync(IReadOnlyList<Topic> topics, FilterAsk ask, CancellationToken cancellation)
    {
        var newest = await trial.NewestAsync(ask.Reader, cancellation);
        var told = new List<IReadOnlyList<Inline>>();
        foreach (var topic in topics)
        {
            // No rule would let all pass; a topic none of whose rules can be read takes nothing.
            IReadOnlyList<Inline> what =
                topic.Rules.Count == 0
                    ? ask.Edition.Line("topic.unread")
                    : Said(await trial.RunAsync(newest, topic.Rules, cancellation), ask.Edition);
            told.Add([new Strong(topic.Name), new Plain(": "), .. what]);
        }

        return new Reply([new BulletBlock(told)]);
    }

    private async Task<Reply> TryAsync(
        IReadOnlyList<FilterRule> rules,
        Topic? topic,
        FilterRule? tried,
        FilterAsk ask,
        CancellationToken cancellation
    )
    {
        var edition = ask.Edition;
        if (rules.Count == 0)
            return Reply.Of(edition.Line("topic.unread"));
        var findings = await trial.RunAsync(ask.Reader, rules, cancellation);
        List<Article> taken = [.. findings.Passing.Take(MostTaken)];
        var blocks = new List<ReplyBlock>();
        if (topic is not null)
            blocks.Add(
                new ParagraphBlock([new Strong(topic.Name), new Plain($" · {TopicWords.Takes(topic, edition)}")])
            );
        blocks.Add(new ParagraphBlock(Said(findings, edition)));
        if (taken.Count > 0)
            blocks.Add(
                new BulletBlock([
                    .. taken.Select(a =>
                        (IReadOnlyList<Inline>)[.. ArticleLines.Title(a), new Small($" · {a.Source}")]
                    ),
                ])
            );
        if (topic is not null && taken.Count > 0 && ask.Place.Chat == ask.Call.Place.Chat)
            blocks.Add(
                new ButtonBlock([
                    new ReplyButton(edition.Say("button.latest"), $"/latest topic:{TypedWord.Marked(topic.Name)}"),
                ])
            );
        // What is only tried can be made as it is, once it has a name.
        if (tried is not null && ask.Call.Option(FilterWishes.Name) is { } name && Topic.TryReadName(name) is not null)
            blocks.Add(
                new ButtonBlock([
                    ask.Button("button.add-topic", $"add {tried.Typed} {FilterWishes.Name}:{TypedWord.Marked(name)}"),
                ])
            );
        return new Reply(blocks);
    }
}
