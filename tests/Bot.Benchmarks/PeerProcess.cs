using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks;

/// <summary>A reader of peers/ in a process of its own, that waits until it is asked to read.</summary>
internal sealed class PeerProcess : IDisposable
{
    /// <summary>Rounds until its code is warm too.</summary>
    private const int WarmUpRounds = 4;

    private readonly Process _process;
    private bool _isWarm;

    private PeerProcess(Process process) => _process = process;

    public static PeerProcess Start(string folder, string name, string file, int every) =>
        new(
            Process.Start(
                new ProcessStartInfo("node", ["peer.mjs", name, file, every.ToString(CultureInfo.InvariantCulture)])
                {
                    WorkingDirectory = folder,
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );

    /// <returns>The seconds of processor time that it took to read all texts once.</returns>
    public async Task<double> ReadAsync()
    {
        if (!_isWarm)
        {
            for (var round = 0; round < WarmUpRounds; round++)
                await AskAsync();
            _isWarm = true;
        }

        return await AskAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<double> AskAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var answer =
            await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The peer has ended; its complaint stands above.");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }
}
