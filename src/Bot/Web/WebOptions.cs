using System.ComponentModel.DataAnnotations;

namespace Bot.Web;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions : IValidatableObject
{
    /// <summary>Addresses to listen on under <c>run</c>, divided by semicolons; empty for none.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    public IReadOnlyList<string> Addresses() =>
        Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var address in Addresses())
        {
            // "http://*:8080" listens everywhere: the server's own notation, no URI.
            var readable = address
                .Replace("://*", "://0.0.0.0", StringComparison.Ordinal)
                .Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(readable, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                yield return new ValidationResult(
                    $"“{address}” is no address to listen on; write it as http://127.0.0.1:8080",
                    [nameof(Urls)]
                );
        }
    }
}
