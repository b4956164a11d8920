using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Bot.Telegram.Api;

/// <summary>Section <c>Telegram</c>.</summary>
internal sealed partial class TelegramOptions : IValidatableObject
{
    /// <summary>From @BotFather; empty for no Telegram.</summary>
    public string Token { get; set; } = "";

    /// <summary>The Bot API server.</summary>
    public string ApiUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The public https address that Telegram is to send updates to; empty for asking it by long polling.</summary>
    public string Webhook { get; set; } = "";

    public bool IsOn => Token.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The value itself is a secret and is not repeated.
        if (IsOn && !TokenForm().IsMatch(Token))
            yield return new(
                "this is no bot token; copy the whole of it from @BotFather (digits, a colon, 35 letters)",
                [nameof(Token)]
            );
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https"))
            yield return new($"“{ApiUrl}” is no address; write https://api.telegram.org", [nameof(ApiUrl)]);
        if (
            Webhook.Length > 0
            && (!Uri.TryCreate(Webhook, UriKind.Absolute, out var hook) || hook.Scheme is not ("http" or "https"))
        )
            yield return new(
                $"“{Webhook}” is no address; write the public one, as https://bot.example.org/telegram, or leave it empty",
                [nameof(Webhook)]
            );
    }

    [GeneratedRegex(@"^\d{3,20}:[\w-]{20,128}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenForm();
}
