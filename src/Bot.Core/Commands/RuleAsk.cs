using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What <c>/filter</c> and <c>/topic</c> have alike: of which place they are asked, and by whom they may be.</summary>
internal static class RuleAsk
{
    public static FilterAsk Of(CommandCall call, PlaceMeant meant, Edition edition) =>
        new(call, meant.Place, Sight.From(meant.Place), PlaceMeant.Option(meant.Place, meant.Asked), edition);

    /// <summary>Everyone may look and try. Of a place that is named, its platform says who may.</summary>
    public static bool IsForAdministrators(CommandCall call, string? wish) =>
        call.Option(PlaceFinder.Option) is null && wish is "add" or "remove";
}
