namespace Bot.Core.Filters;

/// <summary>Where a filter looks for words.</summary>
public enum FilterField
{
    /// <summary>Title and text; not the source, or a word of an outlet's name would mean all that it writes.</summary>
    Any,
    Title,
    Text,
    Source,
}
