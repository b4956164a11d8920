using Bot.Core.Chat;
using Bot.Discord.Rendering;
using CsCheck;

namespace Bot.Tests.Discord.Rendering;

/// <summary>How a press is answered must be known from its custom id alone.</summary>
public sealed class PressIdTests
{
    private static readonly Func<string, bool> IsPrivate = name => name is "settings" or "digest";

    [Theory]
    [InlineData("/quotes #12", false, "n")]
    [InlineData("/quotes #12", true, "i")]
    [InlineData("/digest list", false, "p")]
    [InlineData("/Settings", false, "p")]
    [InlineData("/digest list", true, "i")]
    public void An_action_says_how_it_is_acknowledged(string command, bool isInPlace, string letter)
    {
        var action = new ButtonAction.Ask(command, isInPlace);

        var id = PressId.Write(action, IsPrivate);

        Assert.Equal(letter + action.Key, id);
        Assert.Equal(action.Key, PressId.TryParse(id)!.Key);
        Assert.Equal("nip"[(int)PressId.TryParse(id)!.Kind].ToString(), letter);
    }

    [Fact]
    public void A_page_is_turned_in_place() =>
        Assert.StartsWith(
            "i",
            PressId.Write(new ButtonAction.Turn("digest-1", 2), IsPrivate),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("settings")]
    [InlineData("digest add")]
    public void A_form_is_named(string form) =>
        Assert.Equal(new PressId(PressKind.Form, null, form), PressId.TryParse(PressId.WriteForm(form)));

    [Fact]
    public void The_same_once_more_means_the_same()
    {
        var id = PressId.Write(new ButtonAction.Ask("/who #1", false), IsPrivate);

        Assert.Equal(id, PressId.Again(id, 0));
        Assert.Equal($"{id}~2", PressId.Again(id, 2));
        Assert.Equal(PressId.TryParse(id), PressId.TryParse(PressId.Again(id, 2)));
        Assert.Equal("digest add", PressId.TryParse(PressId.Again(PressId.WriteForm("digest add"), 1))!.Form);
    }

    [Fact]
    public void A_choice_says_that_its_value_says_more() =>
        Assert.Equal(new PressId(PressKind.Choice, null, null), PressId.TryParse(PressId.WriteChoice(1)));

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("nshort")]
    [InlineData("x01234567890123456789")]
    [InlineData("n01234567890123456789~")]
    [InlineData("n012345678901234567890")]
    [InlineData("f")]
    [InlineData("sother")]
    public void What_is_none_of_ours_is_nothing(string written) => Assert.Null(PressId.TryParse(written));

    [Fact]
    public void Nothing_that_is_written_throws() => Gen.String.Sample(written => _ = PressId.TryParse(written));
}
