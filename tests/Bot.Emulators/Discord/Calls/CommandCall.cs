using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>A command as somebody has filled it in.</summary>
/// <param name="Path">"digest add" for a command in a command.</param>
/// <param name="Focused">The option that is being typed.</param>
internal sealed record CommandCall(
    Person By,
    Channel Channel,
    AppCommand Command,
    string Path,
    IReadOnlyList<(string Name, object Value)> Options,
    string? Focused
)
{
    public string Asked =>
        $"/{Path}{string.Concat(Options.Select(o => $" {o.Name}:{Shown(o.Value)}"))}{(Focused is null ? "" : "…")}";

    /// <summary>The options that the command, or the one inside it, was registered with.</summary>
    /// <exception cref="InvalidOperationException">When there is no such command in the command.</exception>
    public IReadOnlyList<JsonObject> Declared
    {
        get
        {
            var declared = OptionsOf(Command.Json);
            foreach (var word in Path.Split(' ').Skip(1))
                declared = OptionsOf(
                    declared.FirstOrDefault(o => Components.Text(o, "name") == word)
                        ?? throw new InvalidOperationException($"There is no /{Path}.")
                );
            return declared;
        }
    }

    public static IReadOnlyList<JsonObject> OptionsOf(JsonObject json) =>
        [.. (json["options"] as JsonArray ?? []).OfType<JsonObject>()];

    private static string Shown(object value) =>
        value switch
        {
            Account account => $"@{account}",
            Channel channel => $"{channel}",
            Role role => $"@{role.Name}",
            Attachment file => file.Name,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => $"{value}",
        };
}
