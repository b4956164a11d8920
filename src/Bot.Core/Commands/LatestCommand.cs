using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/latest [topic:] [from:] [since:] [lang:] [page:]</c></summary>
internal sealed class LatestCommand(ArticleStore articles, LatestPages pages, SiftReader sifts, Phrasebook phrasebook)
    : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "latest",
            "latest.description",
            "/latest",
            [
                SiftReader.From,
                SiftReader.Since,
                SiftReader.Language,
                SiftReader.OnTopic,
                new OptionDescription("page", "option.page", OptionKind.Number, []),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var reader = Sight.Of(call);
        if (!await articles.HasAnyAsync(reader, cancellation))
            return ArticleLines.NoneYet(edition);
        return await sifts.AnswerAsync(
            call,
            reader,
            edition,
            sift => pages.ListAsync(call, sift, reader, edition, cancellation),
            cancellation
        );
    }
}
