using System.ComponentModel.DataAnnotations;

namespace Bot.Core.Storage;

/// <summary>Section <c>Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>A SQLite connection string.</summary>
    [Required]
    public string Connection { get; set; } = "Data Source=data/bot.db";
}
