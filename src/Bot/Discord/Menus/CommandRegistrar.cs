using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Menus;

/// <summary>Registers the commands where they are not what Discord has already; nothing is sent where they are.</summary>
internal sealed partial class CommandRegistrar(
    DiscordClient client,
    DiscordAccount account,
    CommandSheet sheet,
    ILogger<CommandRegistrar> log
)
{
    /// <exception cref="IOException">Discord refuses, or does not answer.</exception>
    public async Task RegisterAsync(CancellationToken cancellation)
    {
        if (await account.KnowAsync(cancellation) is not ApiAnswer<DiscordApplication>.Ok me)
            throw new IOException("Discord does not say which application this is.");
        var wanted = sheet.Write();
        if (
            await client.GetCommandsAsync(me.Value.Id, guild: null, cancellation)
            is not ApiAnswer<IReadOnlyList<ApplicationCommand>>.Ok there
        )
            throw new IOException("Discord does not say which commands it has.");
        if (Written(there.Value) == Written(wanted))
            return;
        switch (await client.OverwriteCommandsAsync(me.Value.Id, guild: null, wanted, cancellation))
        {
            case ApiAnswer<IReadOnlyList<ApplicationCommand>>.Ok:
                LogRegistered(wanted.Count);
                return;
            case ApiAnswer<IReadOnlyList<ApplicationCommand>>.Refused refused:
                throw new IOException(
                    $"Discord refused the commands: {refused.Message} {string.Join("; ", refused.Faults.Select(f => $"{f.Path}: {f.Message}"))}"
                );
            default:
                throw new IOException("Discord did not take the commands.");
        }
    }

    /// <summary>In one order, without what Discord adds and without what says nothing.</summary>
    private static string Written(IReadOnlyList<ApplicationCommand> commands) =>
        new JsonArray([
            .. commands
                .OrderBy(c => c.Type)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c =>
                    Plain(
                        JsonSerializer.SerializeToNode(
                            c with
                            {
                                Id = null,
                                Contexts = [.. (c.Contexts ?? []).Order()],
                                IntegrationTypes = [.. (c.IntegrationTypes ?? []).Order()],
                            },
                            DiscordJson.Default.ApplicationCommand
                        )
                    )
                ),
        ]).ToJsonString();

    private static JsonNode? Plain(JsonNode? node) =>
        node switch
        {
            JsonObject json => new JsonObject(
                json.Where(f => !IsEmpty(f.Value))
                    .OrderBy(f => f.Key, StringComparer.Ordinal)
                    .Select(f => KeyValuePair.Create(f.Key, Plain(f.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Plain)]),
            _ => node?.DeepClone(),
        };

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    [LoggerMessage(840, LogLevel.Information, "Discord: {Count} commands are registered anew")]
    private partial void LogRegistered(int count);
}
