using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Filters;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Topics;

/// <summary><c>/topic add solar as:energy</c>: begins the topic, or gives it a further alternative.</summary>
internal sealed class TopicAdding(FilterRuleReader reader, TopicBook book, FilterTrial trial)
{
    public async Task<Reply> AnswerAsync(FilterAsk ask, CancellationToken cancellation)
    {
        var edition = ask.Edition;
        if (!ask.HasTerms)
            return Reply.Of(
                edition.Line(
                    "topic.add-what",
                    ("words", ask.Example("solar")),
                    ("pattern", ask.Example("/solar|wind farms?/ in:title"))
                )
            );
        if (ask.Call.Option(FilterWishes.Name) is not { } typed)
            return Reply.Of(edition.Line("topic.add-name", ("example", ask.Hint($"add {ask.TypedRule}{ask.After}"))));
        if (Topic.TryReadName(typed) is not { } name)
            return Reply.Of(
                edition.Line("topic.name-wrong", ("name", Excerpt.Of(typed)), ("count", Topic.LongestName))
            );
        return await reader.ReadAsync(ask, cancellation) switch
        {
            FilterReading.Wrong wrong => wrong.Answer,
            FilterReading.Understood understood => await AddAsync(name, understood, ask, cancellation),
            _ => throw new InvalidOperationException("A rule is understood or wrong."),
        };
    }

    private async Task<Reply> AddAsync(
        string name,
        FilterReading.Understood understood,
        FilterAsk ask,
        CancellationToken cancellation
    )
    {
        var edition = ask.Edition;
        var rule = understood.Rule with { Effect = FilterEffect.Include, Name = "" };
        var outcome = await book.AddAsync(ask.Place, name, rule, ask.Call.By, cancellation);
        switch (outcome)
        {
            case TopicOutcome.ChatIsFull:
                return Reply.Of(
                    edition.Line("topic.too-many", ("count", TopicBook.MostInChat), ("remove", ask.Hint("remove"))),
                    ask.Button("button.topics", "list", isInPlace: false)
                );
            case TopicOutcome.TopicIsFull:
                return Reply.Of(
                    edition.Line("topic.too-wide", ("name", new Strong(name)), ("count", TopicBook.MostRules)),
                    ask.Button("button.topics", "list", isInPlace: false)
                );
        }

        var topic = (await book.OfAsync(ask.Place, cancellation)).FirstOrDefault(t => t.IsCalled(name));
        if (topic is null)
            return Reply.Of(TopicNames.None(ask.Hint, edition)); // Somebody has removed it since.
        var findings = await trial.RunAsync(ask.Reader, topic.Rules, cancellation);
        return new Reply([
            new ParagraphBlock(
                edition.Line(
                    outcome switch
                    {
                        TopicOutcome.Begun => "topic.begun",
                        TopicOutcome.Widened => "topic.widened",
                        _ => "topic.was-there",
                    },
                    ("name", new Strong(topic.Name)),
                    ("what", new Strong(FilterWords.Terms(rule, edition)))
                )
            ),
            .. understood.Strangers.Select(s => new ParagraphBlock(edition.Line("filter.stranger", ("name", s)))),
            new ParagraphBlock(TopicTesting.Said(findings, edition)),
            new ButtonBlock([
                ask.Button("button.test", $"test {TypedWord.Marked(topic.Name)}", isInPlace: false),
                ask.Button("button.remove", $"remove {TypedWord.Marked(topic.Name)}"),
            ]),
        ]);
    }
}
