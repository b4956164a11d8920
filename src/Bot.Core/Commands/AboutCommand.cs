using System.Reflection;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Sifting;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/about</c></summary>
internal sealed class AboutCommand(ArticleStore articles, Phrasebook phrasebook) : ICommand
{
    public CommandDescription Description { get; } = new("about", "about.description", "/about", []);

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var version = typeof(AboutCommand)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0];
        var count = CountWords.Of(await articles.CountAsync(Sight.Of(call), cancellation), edition);
        return new Reply([
            new HeadingBlock([new Strong(edition.Say("about.title", ("version", version ?? "")))]),
            new ParagraphBlock(edition.Line("about.what")),
            new ParagraphBlock(edition.Line("about.verbatim")),
            new SmallPrintBlock(edition.Print("about.articles", ("count", count))),
            new ButtonBlock([
                new ReplyButton(edition.Say("button.help"), "/help"),
                new ReplyButton(edition.Say("button.latest"), "/latest"),
            ]),
        ]);
    }
}
