using System.Runtime.InteropServices;
using Bot.Core.Storage;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary>What all verbs share: interruption, and the exit code of what went wrong.</summary>
internal static class VerbGuard
{
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> verb)
    {
        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await verb(interrupted.Token);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (SettingsException wrong)
        {
            foreach (var finding in wrong.Findings)
                await Console.Error.WriteLineAsync(finding);
            return ExitCodes.WrongConfiguration;
        }
        catch (StoreException broken)
        {
            await Console.Error.WriteLineAsync(broken.Message);
            return ExitCodes.Failed;
        }
        catch (IOException gone) when (gone.HResult == BrokenPipe || gone.InnerException?.HResult == BrokenPipe)
        {
            // The reader of a pipe has seen enough: "bot analyze … | head".
            return ExitCodes.Success;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            interrupted.Cancel();
        }
    }

    private const int BrokenPipe = 32;
}
