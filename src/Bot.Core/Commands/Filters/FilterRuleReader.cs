using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Feeds.Following;
using Bot.Core.Filters;

namespace Bot.Core.Commands.Filters;

/// <summary>Reads a rule: words or a pattern, and <c>in:</c>, <c>from:</c>, <c>by:</c>, <c>about:</c>, <c>lang:</c>.</summary>
internal sealed class FilterRuleReader(OutletStore outlets, PersonStore people)
{
    private const int LongestWords = 100;
    private const int LongestName = 60;

    public async Task<FilterReading> ReadAsync(FilterAsk ask, CancellationToken cancellation)
    {
        var terms = new List<FilterTerm>();
        var strangers = new List<string>();
        if (ask.Rule is { } typed)
        {
            var (term, wrong) = FilterPattern.IsOne(typed) ? Pattern(typed, ask) : Words(typed, ask);
            if (term is null)
                return new FilterReading.Wrong(wrong!); // One or the other.
            terms.Add(term);
        }

        if (ask.Call.Option(FilterWishes.From) is { } from)
        {
            var seen = await outlets.SeenByAsync(ask.Reader, cancellation);
            if (OutletMatch.Find(from, seen, ask.Edition) is not { } outlet)
                return new FilterReading.Wrong(
                    seen.Count == 0
                        ? ArticleLines.NoneYet(ask.Edition)
                        : Reply.Of(OutletMatch.NoSuch(from, seen, ask.Edition))
                );
            terms.Add(new FilterTerm.Outlet(outlet.Name, [.. outlet.Sources.Append(outlet.Name).Distinct()]));
        }

        if (Name(ask, FilterWishes.By) is { } by)
            terms.Add(new FilterTerm.Quoted(by));
        if (Name(ask, FilterWishes.About) is { } about)
            terms.Add(new FilterTerm.About(about));
        foreach (var name in new[] { Name(ask, FilterWishes.By), Name(ask, FilterWishes.About) }.OfType<string>())
        {
            if ((await people.FindPersonAsync(name, ask.Reader, cancellation)).Count == 0)
                strangers.Add(name);
        }

        if (ask.Call.Option(FilterWishes.Language) is { } language)
        {
            if (LanguageWords.TryRead(language, ask.Edition) is not { } tag)
                return new FilterReading.Wrong(
                    Reply.Of(LanguageWords.NoSuch(language, t => ask.Example($"lang:{t}"), ask.Edition))
                );
            terms.Add(new FilterTerm.Language(tag));
        }

        if (terms.Count == 0)
            return new FilterReading.Wrong(
                Reply.Of(
                    ask.Edition.Line(
                        "filter.add-what",
                        ("words", ask.Example("football")),
                        ("pattern", ask.Example("/strikes?|walkouts?/ in:title")),
                        ("language", ask.Hint("add include lang:en"))
                    )
                )
            );
        return new FilterReading.Understood(
            new FilterRule(ask.Effect, terms) { Name = GivenName.Of(ask.Call.Option(FilterWishes.Name), LongestName) },
            strangers
        );
    }

    private static (FilterTerm? Term, Reply? Wrong) Words(string typed, FilterAsk ask)
    {
        if (typed.Length > LongestWords)
            return (null, Reply.Of(ask.Edition.Line("filter.words-long", ("count", LongestWords))));
        var words = new FilterTerm.Words(typed, ask.Field);
        return words.HasWord
            ? (words, null)
            : (null, Reply.Of(ask.Edition.Line("filter.no-word", ("value", Excerpt.Of(typed)))));
    }

    /// <summary>An address in a pattern has slashes too: only the outermost are its marks.</summary>
    private static (FilterTerm? Term, Reply? Wrong) Pattern(string typed, FilterAsk ask) =>
        FilterPattern.Read(typed) switch
        {
            PatternReading.Understood understood => (
                new FilterTerm.Pattern(typed, understood.Pattern, ask.Field),
                null
            ),
            PatternReading.Wrong wrong => (null, Reply.Of(Why(wrong, typed, ask))),
            _ => throw new InvalidOperationException("A pattern is understood or wrong."),
        };

    private static IReadOnlyList<Inline> Why(PatternReading.Wrong wrong, string typed, FilterAsk ask) =>
        ask.Edition.Line(
            wrong.Fault switch
            {
                PatternFault.Broken => "filter.pattern-broken",
                PatternFault.LooksAround => "filter.pattern-looks",
                PatternFault.TooLong => "filter.pattern-long",
                PatternFault.TooMuch => "filter.pattern-much",
                PatternFault.FitsAll => "filter.pattern-all",
                _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong.Fault, null),
            },
            ("pattern", Excerpt.Of(typed)),
            ("read", Excerpt.Of(typed[1..(1 + wrong.Letter)])),
            ("count", wrong.Fault == PatternFault.TooMuch ? FilterPattern.MostRepeats : FilterPattern.Longest),
            ("example", ask.Example("\"/strikes?|walkouts?/\""))
        );

    private static string? Name(FilterAsk ask, string option) =>
        ask.Call.Option(option) is { } said && GivenName.Of(said, LongestName) is { Length: > 0 } name ? name : null;
}
