using Bot.Core.Chat;
using Bot.Core.Digests;

namespace Bot.Core.Commands;

/// <summary><c>/digest edit [name] at:08:00 days:mon-fri rename:Weekdays</c>: what is not said stays.</summary>
internal sealed class DigestEditing(DigestBook book, DigestTermsReader terms, DigestAnswer answers, DigestWords words)
{
    public async Task<Reply> AnswerAsync(PlannedDigest digest, DigestAsk asked, CancellationToken cancellation)
    {
        var ask = asked with { Edited = digest };
        if (ask.Given.Length == 0)
            return await HowAsync(digest, ask, cancellation);
        var (read, wrong) = await terms.ReadAsync(ask, cancellation);
        if (wrong is not null)
            return wrong;
        var changed = read!; // Read or wrong.
        if (changed == digest.Schedule)
            return await StandsAsync(digest, ask, cancellation);
        if (
            await IsTakenAsync(changed.Name, digest, cancellation)
            || !await book.EditAsync(digest, changed, cancellation)
        )
            return await GoneOrTakenAsync(changed.Name, digest, ask, cancellation);
        return await StandsAsync(digest with { Schedule = changed }, ask, cancellation);
    }

    /// <summary>As it is, and what to type; a platform that has forms asks in one.</summary>
    private async Task<Reply> HowAsync(PlannedDigest digest, DigestAsk ask, CancellationToken cancellation)
    {
        var stands = await StandsAsync(digest, ask, cancellation);
        return stands with
        {
            Blocks =
            [
                .. stands.Blocks.TakeWhile(b => b is not ButtonBlock),
                new ParagraphBlock(ask.Edition.Line("digest.edit-how", ("example", ask.Example("at", "08:00")))),
                .. stands.Blocks.SkipWhile(b => b is not ButtonBlock),
            ],
        };
    }

    private async Task<Reply> StandsAsync(PlannedDigest digest, DigestAsk ask, CancellationToken cancellation)
    {
        var asked = ask.Meant.Asked;
        var answer = await answers.IsPlannedAsync(digest, asked, ask.Edition, cancellation);
        return digest.IsPaused
            ? new Reply([
                new ParagraphBlock(await words.ComesAsync(digest.Schedule, asked, ask.Edition, cancellation)),
                .. answer.Blocks,
            ])
            : answer;
    }

    private async Task<bool> IsTakenAsync(string name, PlannedDigest digest, CancellationToken cancellation)
    {
        var plan = await book.OfChatAsync(digest.Destination, cancellation);
        return plan.Digests.Any(d => d.Destination == digest.Destination && d.Id != digest.Id && d.IsCalled(name))
            || plan.Stranded.Any(d =>
                d.Destination == digest.Destination && d.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            );
    }

    private async Task<Reply> GoneOrTakenAsync(
        string name,
        PlannedDigest digest,
        DigestAsk ask,
        CancellationToken cancellation
    )
    {
        var seen = await book.SeenFromAsync(ask.Place, cancellation);
        return seen.Digests.Any(d => d.Id == digest.Id)
            ? Reply.Of(ask.Edition.Line("digest.name-used", ("name", name)))
            : DigestChanging.NoSuch(digest.Name, seen, ask.Edition);
    }
}
