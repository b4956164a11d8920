using System.Globalization;

namespace Bot.Emulators.Programs;

/// <summary>What the kernel says that a process has of memory, in kilobytes.</summary>
public static class ProcessMemory
{
    /// <summary>What it has now.</summary>
    public static long ResidentKilobytes(int process) => Kilobytes(process, "VmRSS:");

    /// <summary>The most that it ever had.</summary>
    public static long PeakKilobytes(int process) => Kilobytes(process, "VmHWM:");

    private static long Kilobytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(
            line[name.Length..].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
    }
}
