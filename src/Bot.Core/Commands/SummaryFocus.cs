using Bot.Core.Commands.Clippings;
using Bot.Core.Spelling;
using Bot.Text.Briefs;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>What a summary is to be about in one article: somebody in it, by whatever name, or words of it.</summary>
/// <param name="Entity">Whom it is about, where that is one; null for words and for a name that several bear.</param>
internal sealed record SummaryFocus(Focus Focus, Entity? Entity)
{
    /// <summary>As typed: a name first, then words, and last a name with a slip in it.</summary>
    public static IEnumerable<SummaryFocus> Of(string about, ReadArticle article)
    {
        var named = NameMatch.Best(about, article.Read.Entities, article.Text);
        var onNames = new SummaryFocus(Focus.On(named), named is [var one] ? one : null);
        var onWords = new SummaryFocus(new Focus.OnWords(about), null);
        if (named.Count == 0)
            return [onWords];
        return named.Any(e => IsCalled(e, about)) ? [onNames, onWords] : [onWords, onNames];
    }

    private static bool IsCalled(Entity entity, string about)
    {
        var names = entity.Aliases.Prepend(entity.Name).SelectMany(n => Unaccented.Of(n).Split(' ')).ToHashSet();
        return Unaccented.Of(about).Split(' ').Any(names.Contains);
    }
}
