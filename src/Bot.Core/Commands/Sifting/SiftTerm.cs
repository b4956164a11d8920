using Bot.Core.Articles;

namespace Bot.Core.Commands.Sifting;

/// <summary>One thing that a list is sifted by.</summary>
/// <param name="Option">"from"</param>
/// <param name="Said">As it is told to the reader: "from The Gazette".</param>
/// <param name="Value">What the option says, to be read again the same.</param>
/// <param name="SiftAsync">A filter with the term in it, of one with those before it.</param>
internal sealed record SiftTerm(
    string Option,
    string Said,
    string Value,
    Func<ArticleFilter, CancellationToken, Task<ArticleFilter>> SiftAsync
)
{
    public SiftTerm(string option, string said, string value, Func<ArticleFilter, ArticleFilter> sift)
        : this(option, said, value, (filter, _) => Task.FromResult(sift(filter))) { }

    public string Typed => $"{Option}:\"{Value.Replace('"', ' ')}\"";
}
