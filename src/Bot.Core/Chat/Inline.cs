using System.Text.Json.Serialization;

namespace Bot.Core.Chat;

/// <summary>A run of words in a reply. What is the article's is <see cref="Verbatim"/>; all else is ours.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Plain), "plain")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Small), "small")]
[JsonDerivedType(typeof(Verbatim), "verbatim")]
[JsonDerivedType(typeof(WebLink), "link")]
[JsonDerivedType(typeof(CommandHint), "command")]
public abstract record Inline
{
    public abstract void Write(InlineWriter writer);

    /// <summary>How long it is for its readers, in UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length => Shown.Length;

    [JsonIgnore]
    protected abstract string Shown { get; }
}

public sealed record Plain(string Text) : Inline
{
    public override void Write(InlineWriter writer) => writer.Plain(this);

    protected override string Shown => Text;
}

/// <summary>What the eye should find first: a name, a headline.</summary>
public sealed record Strong(string Text) : Inline
{
    public override void Write(InlineWriter writer) => writer.Strong(this);

    protected override string Shown => Text;
}

/// <summary>Small print: places, dates, how a speaker was worked out.</summary>
public sealed record Small(string Text) : Inline
{
    public override void Write(InlineWriter writer) => writer.Small(this);

    protected override string Shown => Text;
}

/// <summary>The article's own words. Proofread against the stored text before they are sent.</summary>
/// <param name="Text">As the article has it, white space folded.</param>
/// <param name="IsStrong">Shown as the eye's first find: a headline, a name.</param>
public sealed record Verbatim(string Text, Passage Passage, bool IsStrong = false) : Inline
{
    public override void Write(InlineWriter writer) => writer.Verbatim(this);

    protected override string Shown => Text;
}

public sealed record WebLink(string Text, Uri Target) : Inline
{
    public override void Write(InlineWriter writer) => writer.WebLink(this);

    protected override string Shown => Text;
}

/// <summary>A command that the reader can go on with: "/who putin".</summary>
public sealed record CommandHint(string Command) : Inline
{
    public override void Write(InlineWriter writer) => writer.CommandHint(this);

    protected override string Shown => Command;
}

/// <summary>Where the article says it: UTF-16 code units into the stored text.</summary>
/// <param name="Source">The article's id in the store.</param>
public readonly record struct Passage(long Source, int Start, int Length);

/// <summary>How a platform writes each kind of words: a new kind breaks every platform's build until it is handled.</summary>
public abstract class InlineWriter
{
    public abstract void Plain(Plain words);

    public abstract void Strong(Strong words);

    public abstract void Small(Small words);

    public abstract void Verbatim(Verbatim words);

    public abstract void WebLink(WebLink link);

    public abstract void CommandHint(CommandHint hint);
}
