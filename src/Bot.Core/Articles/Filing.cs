namespace Bot.Core.Articles;

/// <summary>What one origin holds now meets what it held before.</summary>
internal sealed class Filing(IntakeLedger ledger, string origin, IntakeOutcome outcome)
{
    public async Task FileAsync(IReadOnlyList<ArticleCopy> copies)
    {
        var before = await ledger.OfOriginAsync(origin);
        await ledger.RemoveTwinsOfOriginAsync(origin);
        var matched = Match(copies, before);

        foreach (var left in before.Except(matched.Values))
            await ReleaseAsync(left);
        // Out of each other's way: two items may have changed places.
        foreach (var (copy, article) in matched.Where(m => m.Key.Item != m.Value.Item))
            await ledger.RenumberAsync(article.Id, -copy.Item - 1);

        foreach (var copy in copies)
            await FileAsync(copy, matched.GetValueOrDefault(copy));
    }

    private async Task FileAsync(ArticleCopy copy, FiledArticle? mine)
    {
        if (mine is not null && mine.Likeness == copy.Likeness)
        {
            if (mine.Says(copy))
            {
                outcome.Unchanged++;
                if (mine.Item != copy.Item)
                    await ledger.RenumberAsync(mine.Id, copy.Item);
                return;
            }

            outcome.Updated++;
            await ledger.ReplaceAsync(mine.Id, origin, copy);
            return;
        }

        if (await ledger.FindLikeAsync(copy.Likeness) is { } other)
        {
            if (mine is not null)
                await ReleaseAsync(mine);
            await ledger.AddTwinAsync(origin, copy.Item, other.Id);
            outcome.Twins++;
            return;
        }

        if (mine is not null)
        {
            // The twins keep the words that this origin gives up: each stands for an article of its own from now on.
            foreach (var twin in await ledger.TwinsOfAsync(mine.Id))
                outcome.ReadAgain(twin.Origin);
            await ledger.RemoveTwinsOfArticleAsync(mine.Id);
            await ledger.ReplaceAsync(mine.Id, origin, copy);
            outcome.Updated++;
            return;
        }

        if (await ledger.FindGoneAsync(copy.Likeness) is { } gone)
            await ledger.ReplaceAsync(gone.Id, origin, copy);
        else
            await ledger.AddAsync(origin, copy);
        outcome.Added++;
    }

    /// <summary>The origin no longer holds it: its first twin takes over, else it is withdrawn.</summary>
    private async Task ReleaseAsync(FiledArticle article)
    {
        if (await ledger.TwinsOfAsync(article.Id) is [var heir, ..])
        {
            await ledger.PromoteAsync(article.Id, heir);
            outcome.ReadAgain(heir.Origin);
            return;
        }

        await ledger.WithdrawAsync(article.Id);
        outcome.Withdrawn++;
    }

    /// <summary>By the words, then by address, then by headline; by place alone where an item has neither.</summary>
    private static Dictionary<ArticleCopy, FiledArticle> Match(
        IReadOnlyList<ArticleCopy> copies,
        IReadOnlyList<FiledArticle> before
    )
    {
        var matched = new Dictionary<ArticleCopy, FiledArticle>(
            ReferenceEqualityComparer.Instance as IEqualityComparer<ArticleCopy>
        );
        var free = before.ToDictionary(a => a.Id);
        Pair(c => c.Likeness, a => a.Likeness);
        Pair(c => c.Url?.AbsoluteUri, a => a.Url);
        Pair(c => c.HasOwnTitle ? c.Title : null, a => a.Has_own_title != 0 ? a.Title : null);
        Pair(
            c => c.Item == 0 || (c.Url is null && !c.HasOwnTitle) ? $"{c.Item}" : null,
            a => a.Item == 0 || (a.Url is null && a.Has_own_title == 0) ? $"{a.Item}" : null
        );
        return matched;

        void Pair(Func<ArticleCopy, string?> key, Func<FiledArticle, string?> articleKey)
        {
            var waiting = new Dictionary<string, FiledArticle>(StringComparer.Ordinal);
            foreach (var article in free.Values)
            {
                if (articleKey(article) is { } named)
                    waiting.TryAdd(named, article);
            }

            foreach (var copy in copies)
            {
                if (
                    matched.ContainsKey(copy)
                    || key(copy) is not { } wanted
                    || !waiting.Remove(wanted, out var article)
                )
                    continue;
                matched.Add(copy, article);
                free.Remove(article.Id);
            }
        }
    }
}
