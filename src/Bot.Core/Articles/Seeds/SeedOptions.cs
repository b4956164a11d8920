using System.ComponentModel.DataAnnotations;

namespace Bot.Core.Articles.Seeds;

/// <summary>Section <c>Seeds</c>.</summary>
public sealed class SeedOptions
{
    /// <summary>The folder of articles that ship with the bot; watched for changes.</summary>
    [Required]
    public string Folder { get; set; } = "seeds";
}
