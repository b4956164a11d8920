using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Bot.Core.Chat;

/// <summary>What a button under a message does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "does")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Turn), "turn")]
public abstract record ButtonAction
{
    private const int KeyBytes = 15;

    /// <param name="IsInPlace">True where the answer takes the place of the message that the button hangs on.</param>
    public sealed record Ask(string Command, bool IsInPlace) : ButtonAction
    {
        protected override string Written => $"ask {IsInPlace} {Command}";
    }

    /// <summary>Shows another page of the same message.</summary>
    /// <param name="Post">The <see cref="Post.Key"/> of the message's post.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Turn(string Post, int Page) : ButtonAction
    {
        protected override string Written => $"turn {Post} {Page}";
    }

    /// <summary>20 letters that every platform takes as a button's data; the same for the same action, at every start.</summary>
    [JsonIgnore]
    public string Key => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Written)).AsSpan(0, KeyBytes));

    [JsonIgnore]
    protected abstract string Written { get; }
}
