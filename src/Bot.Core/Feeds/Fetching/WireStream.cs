namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// The body as it comes over the wire: counts it, lets its first bytes be looked at, and ends what comes too slowly, so
/// that nobody holds us by a byte now and then.
/// </summary>
internal sealed class WireStream(Stream wire, FetchLimits limits, int mostBytes, string host, TimeProvider time)
    : Stream
{
    private const int PeekedBytes = 2;

    private readonly long _leastInWindow = (long)(limits.LeastBytesPerSecond * limits.RateWindow.TotalSeconds);
    private readonly byte[] _peeked = new byte[PeekedBytes];
    private int _peekedLength;
    private int _peekedTaken;
    private CancellationTokenSource _window = new(limits.RateWindow, time);
    private long _inWindow;
    private long _inAll;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>More was asked of it than there was.</summary>
    public bool WasDrained { get; private set; }

    /// <summary>The last four bytes, the first of them the lowest.</summary>
    public uint LastFour { get; private set; }

    /// <returns>Fewer than two where the body is shorter. They are read again afterwards.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellation)
    {
        while (_peekedLength < PeekedBytes)
        {
            var read = await ReadWireAsync(_peeked.AsMemory(_peekedLength), cancellation);
            if (read == 0)
                break;
            _peekedLength += read;
        }

        return _peeked.AsMemory(0, _peekedLength);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_peekedTaken == _peekedLength)
        {
            var read = await ReadWireAsync(buffer, cancellationToken);
            WasDrained |= read == 0;
            return read;
        }

        var taken = Math.Min(buffer.Length, _peekedLength - _peekedTaken);
        _peeked.AsMemory(_peekedTaken, taken).CopyTo(buffer);
        _peekedTaken += taken;
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask<int> ReadWireAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_window.Token, cancellation);
        try
        {
            var read = await wire.ReadAsync(buffer, both.Token);
            Count(buffer.Span[..read]);
            return read;
        }
        catch (OperationCanceledException)
            when (_window.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new FetchRefusal(
                FetchFault.TooSlow,
                $"{host} sends less than {limits.LeastBytesPerSecond} bytes a second"
            );
        }
    }

    private void Count(ReadOnlySpan<byte> read)
    {
        foreach (var b in read[^Math.Min(read.Length, sizeof(uint))..])
            LastFour = (LastFour >> 8) | ((uint)b << 24);
        _inAll += read.Length;
        // Packed, it may be too long without one byte coming out: empty blocks may follow each other for ever.
        if (_inAll > mostBytes)
            throw BodyReader.TooLarge(host, mostBytes);
        _inWindow += read.Length;
        if (_inWindow < _leastInWindow)
            return;
        _window.Dispose();
        _window = new CancellationTokenSource(limits.RateWindow, time);
        _inWindow = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window.Dispose();
            wire.Dispose();
        }

        base.Dispose(disposing);
    }
}
