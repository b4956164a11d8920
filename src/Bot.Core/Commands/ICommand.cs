using Bot.Core.Chat;

namespace Bot.Core.Commands;

/// <summary>One command of the desk, written once for every platform.</summary>
public interface ICommand
{
    CommandDescription Description { get; }

    /// <summary>Where a part of the command alone is for administrators ("/digest now"), the command says which.</summary>
    bool IsForAdministrators(CommandCall call) => Description.IsForAdministrators;

    Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation);
}
