using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Digests.Writing;

/// <summary>Writes a digest: the same for a preview and for what is posted.</summary>
public sealed class DigestComposer(Phrasebook phrasebook, PlaceBook places)
{
    /// <summary>What one message holds well on every platform; the narrowest takes 4,096 letters with all that is around them.</summary>
    private const int LettersInPart = 3_000;

    private const int StoriesInPart = 5;

    /// <param name="galleys">Where stories are that were set already.</param>
    /// <returns>Empty where nothing of it can be told.</returns>
    public async Task<DigestDraft> ComposeAsync(
        DigestAppearance appearance,
        DigestCover cover,
        Galleys galleys,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var language =
            appearance.Order.Language ?? await places.LanguageOfAsync(appearance.Order.Destination, cancellation);
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        var shape = DigestShape.Of(appearance.Order.Size);
        var choice = await ChooseAsync(cover, shape, galleys, now, edition, cancellation);
        var frame = new DigestFrame(appearance, cover, choice, edition, now);
        var pages = Pages(choice.Stories);
        var parts = pages.Select((page, i) => Part(frame, page, i + 1, pages.Count)).ToList();
        return new DigestDraft(
            parts,
            [
                .. pages.SelectMany((page, i) => page.SelectMany(s => s.Owed.Articles).Select(a => (a, i + 1))),
                .. choice
                    .InBrief.SelectMany(b => b.Owed.Articles)
                    .Concat(choice.Repeats.SelectMany(r => r.Articles))
                    .Select(a => (a, pages.Count)),
            ],
            choice.Left
        )
        {
            Thread = appearance.Order.IsThreaded ? frame.Title : null,
        };
    }

    /// <summary>The first are told, the next named, the rest stays owed.</summary>
    private static async Task<DigestChoice> ChooseAsync(
        DigestCover cover,
        DigestShape shape,
        Galleys galleys,
        DateTimeOffset now,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var choice = new DigestChoice();
        foreach (var story in StoryOrder.Of(cover.Stories, now))
        {
            var isTold = choice.Stories.Count < shape.Stories;
            if (!isTold && choice.InBrief.Count == shape.InBrief)
                choice.Left++;
            // What is an update and what a repetition is known by reading it.
            else if (isTold || story.IsUpdate)
                Sort(choice, story, await galleys.EditAsync(story, shape, edition, cancellation), isTold);
            else if (await galleys.LeadAsync(story, cancellation) is { } lead)
                choice.InBrief.Add(new BriefStory(story, lead));
        }

        return choice;
    }

    private static void Sort(DigestChoice choice, OwedStory story, Edited edited, bool isTold)
    {
        switch (edited)
        {
            case Edited.Story told when isTold:
                choice.Stories.Add(new ToldStory(story, Numbered(told.Blocks, choice.Stories.Count + 1)));
                break;
            case Edited.Story told:
                choice.InBrief.Add(new BriefStory(story, told.Copy.Lead));
                break;
            case Edited.Repeats:
                choice.Repeats.Add(story);
                break;
        }
    }

    private static IReadOnlyList<ReplyBlock> Numbered(IReadOnlyList<ReplyBlock> blocks, int number) =>
        [
            .. blocks.Select(b =>
                b is NumberedBlock { Items: [var item] } ? new NumberedBlock([item with { Number = number }]) : b
            ),
        ];

    private static Reply Part(DigestFrame frame, List<ToldStory> stories, int part, int parts) =>
        new([
            .. part == 1 ? frame.Top(parts) : frame.Continued(part, parts),
            .. stories.SelectMany(s => s.Blocks),
            .. part == parts ? frame.Bottom() : [],
        ]);

    private static List<List<ToldStory>> Pages(IReadOnlyList<ToldStory> stories)
    {
        var pages = new List<List<ToldStory>>();
        var letters = LettersInPart;
        foreach (var story in stories)
        {
            var length = story.Blocks.Sum(ReplyLength.Of);
            if (letters + length > LettersInPart || pages[^1].Count == StoriesInPart)
            {
                pages.Add([]);
                letters = 0;
            }

            pages[^1].Add(story);
            letters += length;
        }

        return pages;
    }
}
