using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Bot.Core.Delivery;

/// <summary>
/// Names this process among those that share a store, so that one on the same machine can tell whether it still lives
/// and need not wait for what it held.
/// </summary>
internal static class ProcessMark
{
    /// <summary>The clock may be set between two readings of one start.</summary>
    private const long SameStart = 1;

    /// <returns>Machine, number, start in Unix seconds, and a number of its own.</returns>
    public static string OfThis()
    {
        using var me = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}/{me.Id}/{Start(me)}/{RandomNumberGenerator.GetHexString(8, lowercase: true)}"
        );
    }

    /// <returns>True where the process is of this machine and certainly over; false where it lives or nobody can say.</returns>
    public static bool IsOver(string mark)
    {
        if (
            mark.Split('/') is not [var machine, var number, var start, _]
            || machine != Environment.MachineName
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(start, CultureInfo.InvariantCulture, out var since)
        )
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return Math.Abs(Start(process) - since) > SameStart;
        }
        catch (ArgumentException)
        {
            return true; // No process has the number.
        }
        catch (Exception unclear) when (unclear is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false; // It ended just now, or is not ours to look at.
        }
    }

    private static long Start(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
}
