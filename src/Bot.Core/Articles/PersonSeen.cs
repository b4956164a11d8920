using Bot.Text.Names;

namespace Bot.Core.Articles;

/// <summary>A person, place or organisation over all articles that have been read.</summary>
/// <param name="Name">The commonest of its fullest forms.</param>
/// <param name="Articles">How many articles speak of it.</param>
/// <param name="Mentions">By name, description or pronoun.</param>
/// <param name="Quotations">How many stretches of speech are its own.</param>
/// <param name="First">The oldest article that speaks of it.</param>
/// <param name="Last">The newest.</param>
public sealed record PersonSeen(
    EntityType Type,
    string Name,
    int Articles,
    int Mentions,
    int Quotations,
    PersonSighting First,
    PersonSighting Last
);

/// <param name="On">When the article was published, or first seen where it does not say. UTC.</param>
public sealed record PersonSighting(ArticleId Article, DateTimeOffset On);
