using Bot.Core.Chat;

namespace Bot.Core.Commands;

/// <summary>One command of the desk, written once for every platform.</summary>
public interface ICommand
{
    CommandDescription Description { get; }

    Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation);
}
