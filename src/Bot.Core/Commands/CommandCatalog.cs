using System.Collections.Frozen;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>The one list of commands: what every platform registers, completes and explains.</summary>
public sealed class CommandCatalog
{
    private readonly FrozenDictionary<string, ICommand> byName;

    public CommandCatalog(IEnumerable<ICommand> commands, Phrasebook phrasebook)
    {
        ICommand[] all = [.. commands, new HelpCommand(this, phrasebook)];
        byName = all.ToFrozenDictionary(c => c.Description.Name, StringComparer.OrdinalIgnoreCase);
        Descriptions = [.. all.Select(c => c.Description)];
    }

    /// <summary>In the order in which a reader should meet them.</summary>
    public IReadOnlyList<CommandDescription> Descriptions { get; }

    public ICommand? Find(string name) => byName.GetValueOrDefault(name);
}
