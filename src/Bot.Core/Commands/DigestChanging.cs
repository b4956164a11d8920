using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest edit|remove|pause|resume [name]</c>: of several, one button each.</summary>
internal sealed class DigestChanging(DigestBook book, DigestEditing editing, DigestAnswer answers, DigestWords words)
{
    public async Task<Reply> AnswerAsync(string wish, DigestAsk ask, CancellationToken cancellation)
    {
        var edition = ask.Edition;
        var seen = await book.SeenFromAsync(ask.Meant.Place, cancellation);
        if (ask.IsHere)
            seen = seen.At(ask.Meant.Place); // The terminal sees those of others.
        if (ask.Which is not { } name)
            return await ChooseAsync(
                wish,
                [.. seen.Digests.Where(d => !d.IsConfigured && IsOpenTo(wish, d))],
                seen,
                ask,
                cancellation
            );
        if (wish == "remove" && seen.Stranded.FirstOrDefault(d => IsCalled(d, name)) is { } stranded)
        {
            await book.RemoveAsync(stranded.Id, cancellation);
            return Reply.Of(edition.Line("digest.is-removed", ("digest", new Strong(stranded.Name))));
        }

        return seen.Digests.Where(d => d.IsCalled(name)).ToList() switch
        {
            [] => NoSuch(name, seen, edition),
            [var one] => await ChangeAsync(wish, one, ask, cancellation),
            var several => await ChooseAsync(wish, several, seen, ask, cancellation),
        };
    }

    public static Reply NoSuch(string name, DigestPlan seen, Edition edition)
    {
        var names = seen.Digests.Select(d => d.Name).Concat(seen.Stranded.Select(d => d.Name)).Distinct().ToList();
        return names.Count == 0
            ? NonePlanned(edition)
            : Reply.Of(
                edition.Line(
                    "digest.no-such",
                    ("name", Excerpt.Of(name)),
                    ("names", string.Join(", ", names.Select(edition.InMarks)))
                )
            );
    }

    /// <param name="mayPlan">False for a reader, who may not.</param>
    public static Reply NonePlanned(Edition edition, bool mayPlan = true) =>
        Reply.Of(
            edition.Line(
                "digest.none-planned",
                ("add", new CommandHint("/digest add at:07:30 zone:Europe/Berlin days:mon-fri")),
                ("now", new CommandHint("/digest now"))
            ),
            mayPlan ? [new ReplyButton(edition.Say("button.plan"), "/help digest") { Form = "digest add" }] : []
        );

    private static bool IsOpenTo(string wish, PlannedDigest digest) =>
        wish switch
        {
            "pause" => !digest.IsPaused,
            "resume" => digest.IsPaused,
            _ => true,
        };

    private static bool IsCalled(StrandedDigest digest, string name) =>
        digest.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task<Reply> ChooseAsync(
        string wish,
        List<PlannedDigest> digests,
        DigestPlan seen,
        DigestAsk ask,
        CancellationToken cancellation
    )
    {
        var (meant, edition) = (ask.Meant, ask.Edition);
        if (digests.Count == 1)
            return await ChangeAsync(wish, digests[0], ask, cancellation);
        if (digests.Count == 0)
            return seen.Digests switch
            {
                [] => NonePlanned(edition),
                [var first, ..] when seen.Digests.All(d => d.IsConfigured) => Configured(first, edition),
                _ => Reply.Of(
                    edition.Line(
                        wish == "resume" ? "digest.none-paused" : "digest.all-paused",
                        ("list", new CommandHint("/digest list"))
                    )
                ),
            };
        var buttons = new List<ReplyButton>();
        foreach (var digest in digests)
        {
            var place = await words.WhereAsync(digest.Destination, meant.Asked, edition, cancellation);
            var label = digest.Destination == meant.Place ? digest.Name : $"{digest.Name} {place}";
            var command = DigestWords.Command(wish, digest, meant.Asked) + (wish == "edit" ? ask.Given : "");
            buttons.Add(new ReplyButton(label, command, IsInPlace: true));
        }

        return Reply.Of(
            edition.Line(
                wish switch
                {
                    "pause" => "digest.which-pause",
                    "resume" => "digest.which-resume",
                    "edit" => "digest.which-edit",
                    _ => "digest.which-remove",
                },
                ("names", string.Join(", ", buttons.Select(b => b.Label)))
            ),
            buttons
        );
    }

    /// <summary>Asked for what is so already, it is said again and nothing changes.</summary>
    private async Task<Reply> ChangeAsync(
        string wish,
        PlannedDigest digest,
        DigestAsk ask,
        CancellationToken cancellation
    )
    {
        var (meant, edition) = (ask.Meant, ask.Edition);
        if (digest.Id is not { } id)
            return Configured(digest, edition);
        switch (wish)
        {
            case "edit":
                return await editing.AnswerAsync(digest, ask, cancellation);
            case "pause":
                await book.PauseAsync(digest, cancellation);
                return await answers.IsPausedAsync(digest, meant.Asked, edition, cancellation);
            case "resume":
                await book.ResumeAsync(digest, cancellation);
                return await answers.IsPlannedAsync(
                    digest with
                    {
                        PausedSince = null,
                    },
                    meant.Asked,
                    edition,
                    cancellation
                );
            default:
                await book.RemoveAsync(id, cancellation);
                return DigestAnswer.IsRemoved(digest, meant.Asked, edition);
        }
    }

    private static Reply Configured(PlannedDigest digest, Edition edition) =>
        Reply.Of(edition.Line("digest.configured", ("digest", new Strong(digest.Name))));
}
