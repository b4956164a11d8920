using Bot.Core.Chat;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Telegram;

/// <summary>
/// The lists of commands behind Telegram's menu button: in groups readers are offered what is for them, administrators
/// and people in their own chat all of it. Nothing is sent where Telegram has the same already.
/// </summary>
internal sealed class TelegramMenus(TelegramAccount account)
{
    public async Task ShowAsync(IReadOnlyList<CommandMenu> menus, CancellationToken cancellation)
    {
        foreach (var menu in menus)
        {
            await ShowAsync(menu, BotCommandScope.AllPrivateChats(), isForReaders: false, cancellation);
            await ShowAsync(menu, BotCommandScope.AllChatAdministrators(), isForReaders: false, cancellation);
            await ShowAsync(menu, BotCommandScope.AllGroupChats(), isForReaders: true, cancellation);
        }
    }

    private async Task ShowAsync(
        CommandMenu menu,
        BotCommandScope scope,
        bool isForReaders,
        CancellationToken cancellation
    )
    {
        List<BotCommand> wanted =
        [
            .. menu
                .Lines.Where(l => !isForReaders || !l.IsForAdministrators)
                .Select(l => new BotCommand(l.Name, l.Description)),
        ];
        var shown = await TelegramAccount.CallAsync(
            token => account.Line.GetMyCommands(scope, menu.Language, token),
            cancellation
        );
        if (Written(shown).SequenceEqual(Written(wanted)))
            return;
        await TelegramAccount.CallAsync(
            token => account.Line.SetMyCommands(wanted, scope, menu.Language, token),
            cancellation
        );
    }

    private static IEnumerable<(string, string)> Written(IEnumerable<BotCommand> commands) =>
        commands.Select(c => (c.Command, c.Description));
}
