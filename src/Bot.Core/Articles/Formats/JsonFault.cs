using System.Text.Json;

namespace Bot.Core.Articles.Formats;

/// <summary>Where JSON is broken, in words for its writer.</summary>
public static class JsonFault
{
    /// <summary>Of a whole file: line and byte, from one.</summary>
    public static string InFile(JsonException broken) =>
        broken.LineNumber is { } line
            ? $"it breaks at line {line + 1}, byte {broken.BytePositionInLine + 1}"
            : "it breaks off";

    /// <summary>Of a line that has a file of such lines around it: the byte in it, from one.</summary>
    public static string InLine(JsonException broken) =>
        broken.BytePositionInLine is { } at ? $"it breaks at byte {at + 1}" : "it breaks off";
}
