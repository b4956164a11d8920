using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Tests.Commands;

namespace Bot.Tests.Texts;

/// <summary>A platform refuses a menu in which two entries are called the same.</summary>
public sealed class CommandNamesTests : IAsyncLifetime
{
    private Newsroom _room = null!; // Opened before each test.

    public async ValueTask InitializeAsync() => _room = await Newsroom.OpenAsync();

    public async ValueTask DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public void No_two_commands_have_one_name_in_any_language()
    {
        foreach (var language in new Phrasebook().Languages)
        {
            var edition = new Phrasebook().In(CultureInfo.GetCultureInfo(language));
            Assert.Distinct(
                _room.Get<CommandCatalog>().Descriptions.Select(c => edition.Say($"command.{c.Name}")),
                StringComparer.OrdinalIgnoreCase
            );
        }
    }

    [Fact]
    public void No_two_options_of_a_command_have_one_name()
    {
        foreach (var command in _room.Get<CommandCatalog>().Descriptions)
            Assert.Distinct(command.Options.Select(o => o.Name), StringComparer.OrdinalIgnoreCase);
    }
}
