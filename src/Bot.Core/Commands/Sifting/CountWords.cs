using Bot.Core.Articles;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Sifting;

/// <summary>How many, for a phrase's "count": the number, which picks the plural's form, or "10,000+".</summary>
internal static class CountWords
{
    public static object Of(ArticleCount count, Edition edition) =>
        count.IsExact ? count.Value : edition.Say("count.at-least", ("number", count.Value));
}
