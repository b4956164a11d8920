using Bot.Discord.Api.Limits;

namespace Bot.Discord.Api;

/// <summary>What came back from one attempt.</summary>
internal abstract record ApiReply
{
    private ApiReply() { }

    public sealed record Came(int Status, LimitHeaders Limits, byte[] Body) : ApiReply;

    /// <param name="WasSent">False where no byte of the request can have arrived.</param>
    public sealed record Lost(bool WasSent, string Why) : ApiReply;
}
