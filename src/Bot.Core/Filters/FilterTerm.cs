using System.Text.RegularExpressions;
using Bot.Core.Spelling;

namespace Bot.Core.Filters;

/// <summary>One thing that a rule asks of an article.</summary>
public abstract record FilterTerm
{
    /// <summary>True where it asks what was understood of the text, and not the text alone.</summary>
    internal virtual bool NeedsReading => false;

    internal abstract bool HoldsOf(FilteredArticle article);

    /// <summary>A word or several in a row, as whole words.</summary>
    /// <param name="Typed">Without marks.</param>
    public sealed record Words(string Typed, FilterField Field) : FilterTerm
    {
        private readonly string folded = FoldedWords.Of(Typed);

        /// <summary>False where nothing in it can be found in a text.</summary>
        public bool HasWord => folded.Length > 2;

        internal override bool HoldsOf(FilteredArticle article) =>
            article.Folded(Field).Any(text => FoldedWords.AreIn(folded, text));
    }

    /// <param name="Typed">With its slashes.</param>
    public sealed record Pattern(string Typed, Regex Read, FilterField Field) : FilterTerm
    {
        /// <exception cref="RegexMatchTimeoutException">The text is longer than can be looked through in the time that there is.</exception>
        internal override bool HoldsOf(FilteredArticle article) => article.Of(Field).Any(Read.IsMatch);
    }

    /// <param name="Name">The outlet as readers call it.</param>
    /// <param name="Sources">The names under which its articles are filed.</param>
    public sealed record Outlet(string Name, IReadOnlyList<string> Sources) : FilterTerm
    {
        internal override bool HoldsOf(FilteredArticle article) =>
            Sources.Contains(article.Article.Source, StringComparer.Ordinal);
    }

    /// <summary>Somebody who is quoted in it.</summary>
    public sealed record Quoted(string Name) : FilterTerm
    {
        private readonly string folded = Unaccented.Of(Name);

        internal override bool NeedsReading => true;

        internal override bool HoldsOf(FilteredArticle article) =>
            article.Named(folded).Any(e => article.Reading.Quotations.Any(q => q.IsBy(e.Id)));
    }

    /// <summary>Somebody, a place or an organisation that is named in it.</summary>
    public sealed record About(string Name) : FilterTerm
    {
        private readonly string folded = Unaccented.Of(Name);

        internal override bool NeedsReading => true;

        internal override bool HoldsOf(FilteredArticle article) => article.Named(folded).Any();
    }

    /// <param name="Tag">"de"</param>
    public sealed record Language(string Tag) : FilterTerm
    {
        internal override bool NeedsReading => true;

        internal override bool HoldsOf(FilteredArticle article) => article.Reading.Language == Tag;
    }
}
