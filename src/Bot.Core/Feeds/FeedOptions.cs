using System.ComponentModel.DataAnnotations;
using Bot.Core.Feeds.Fetching;

namespace Bot.Core.Feeds;

/// <summary>Section <c>Feeds</c>.</summary>
public sealed class FeedOptions : IValidatableObject
{
    /// <summary>Hosts of a private network that may be read all the same: names, addresses, networks; none by default.</summary>
    public HostList AllowHosts { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        AllowHosts
            .Entries()
            .Select(AllowedHosts.FindFault)
            .OfType<string>()
            .Select(fault => new ValidationResult(fault, [nameof(AllowHosts)]));
}
