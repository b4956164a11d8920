using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Bot.Discord.Accounts;

/// <summary>Section <c>Discord</c>.</summary>
internal sealed partial class DiscordOptions : IValidatableObject
{
    /// <summary>From the developer portal (your application, Bot); empty for no Discord.</summary>
    public string Token { get; set; } = "";

    /// <summary>The HTTP API, with its version; the gateway's address comes from there.</summary>
    public string ApiUrl { get; set; } = "https://discord.com/api/v10";

    public bool IsOn => Token.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The value itself is a secret and is not repeated.
        if (IsOn && !TokenForm().IsMatch(Token))
            yield return new(
                "this is no bot token; copy the whole of it from the developer portal (your application, Bot, Reset Token): three parts with dots between",
                [nameof(Token)]
            );
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https"))
            yield return new($"“{ApiUrl}” is no address; write https://discord.com/api/v10", [nameof(ApiUrl)]);
    }

    [GeneratedRegex(@"^[\w-]{10,100}\.[\w-]{4,20}\.[\w-]{20,200}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenForm();
}
