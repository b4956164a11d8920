namespace Bot.Core.Feeds.Fetching;

/// <summary>Carries a finding out of the depths of the handler or of a stream, to where it becomes a value.</summary>
internal sealed class FetchRefusal(FetchFault fault, string words) : IOException(words)
{
    public FetchFault Fault => fault;
}
