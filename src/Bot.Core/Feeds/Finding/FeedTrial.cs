namespace Bot.Core.Feeds.Finding;

/// <summary>What one visit to an address would bring; nothing of it is kept.</summary>
public abstract record FeedTrial
{
    /// <param name="Url">Where the answer came from in the end.</param>
    /// <param name="Bytes">How long it is, unpacked.</param>
    /// <param name="Encoding">The charset that the bytes were read in.</param>
    public sealed record Read(Uri Url, int Bytes, string Encoding, FeedDocument Document, FeedExam Exam) : FeedTrial;

    /// <summary>A web page.</summary>
    public sealed record Page(Uri Url, IReadOnlyList<Uri> Feeds) : FeedTrial;

    /// <param name="Fault">The name of a fault of the fetch, or of a <see cref="FeedFault"/>.</param>
    public sealed record Failed(string Fault, string Words) : FeedTrial;
}
