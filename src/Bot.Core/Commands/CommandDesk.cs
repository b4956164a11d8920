using System.Security.Cryptography;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Places;
using Bot.Core.Proof;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands;

/// <summary>Where every command arrives, from every platform: read, checked, answered, proofread.</summary>
public sealed partial class CommandDesk(
    CommandCatalog catalog,
    Rights rights,
    Proofreader proofreader,
    Phrasebook phrasebook,
    PlaceBook places,
    ILogger<CommandDesk> log
)
{
    private readonly CommandReader reader = new(catalog.Descriptions, phrasebook);

    /// <summary>Answers a line as it was typed. Whatever goes wrong, the asker gets a sentence and the log the cause.</summary>
    /// <param name="quoted">The message that the line was a reply to.</param>
    /// <param name="file">What was given with it.</param>
    public Task<Reply> AnswerAsync(
        string line,
        Asker asker,
        Destination place,
        CancellationToken cancellation,
        QuotedMessage? quoted = null,
        GivenFile? file = null
    ) =>
        GuardAsync(
            asker,
            place,
            reading =>
                reader.Read(line, reading, place) switch
                {
                    ReadLine.Understood understood => AskAsync(
                        understood.Call with
                        {
                            Quoted = quoted,
                            File = file,
                        },
                        cancellation
                    ),
                    ReadLine.Misread misread => Task.FromResult(misread.Answer),
                    _ => throw new InvalidOperationException("A line is understood or misread."),
                },
            cancellation
        );

    /// <summary>True where the line begins with a command of ours.</summary>
    public bool Knows(string line) => catalog.Find(CommandReader.NameIn(line)) is not null;

    /// <summary>
    /// Answers a call whose options a platform has sorted already. A platform may still offer a command that is no more:
    /// it is told as one that was typed.
    /// </summary>
    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        catalog.Find(call.Name) is null
            ? AnswerAsync($"/{call.Name}", call.Asker, call.Place, cancellation)
            : GuardAsync(
                call.Asker,
                call.Place,
                reading => AskAsync(call with { Asker = reading }, cancellation),
                cancellation
            );

    private async Task<Reply> AskAsync(CommandCall call, CancellationToken cancellation)
    {
        var command =
            catalog.Find(call.Name) ?? throw new ArgumentException($"There is no command “{call.Name}”.", nameof(call));
        var edition = phrasebook.In(call.Asker.Language);
        call = PlaceFinder.WithoutHere(call, edition);
        if (command.IsForAdministrators(call) && !await rights.MayAdministerAsync(call.Asker, call.Place, cancellation))
            return Refusal(call, edition);
        var reply = await command.AnswerAsync(call, cancellation);
        if (await proofreader.IsTrueAsync(reply, cancellation))
            return reply;
        var code = NewCode();
        LogNotVerbatim(call.Name, code);
        return Reply.Of(edition.Line("desk.not-verbatim", ("code", code))) with { IsRefusal = true };
    }

    private Reply Refusal(CommandCall call, Edition edition) =>
        Reply.Of(
            edition.Line(
                rights.KnowRoles(call.Place) ? "desk.administrators-roles" : "desk.administrators",
                ("command", new CommandHint($"/{call.Name}")),
                ("settings", new CommandHint("/settings roles:@…"))
            )
        ) with
        {
            IsRefusal = true,
        };

    /// <param name="answer">Is given the asker as one who reads the language of the place, where it has one.</param>
    private async Task<Reply> GuardAsync(
        Asker asker,
        Destination place,
        Func<Asker, Task<Reply>> answer,
        CancellationToken cancellation
    )
    {
        try
        {
            if (await places.LanguageOfAsync(place, cancellation) is { } language)
                asker = asker with { Language = language };
            return await answer(asker);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception broken)
        {
            var code = NewCode();
            LogBroken(broken, code);
            return Reply.Of(phrasebook.In(asker.Language).Line("desk.broken", ("code", code))) with
            {
                IsRefusal = true,
            };
        }
    }

    private static string NewCode() => RandomNumberGenerator.GetHexString(6, lowercase: true);

    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "An answer broke; the asker was told code {Code}")]
    private partial void LogBroken(Exception exception, string code);

    [LoggerMessage(
        EventId = 301,
        Level = LogLevel.Error,
        Message = "The answer to /{Command} claims words that its article does not have and was withheld; the asker was told code {Code}"
    )]
    private partial void LogNotVerbatim(string command, string code);
}
