namespace Bot.Core.Articles.Charsets;

/// <summary>Names what a file that is no text looks like.</summary>
internal static class Binaries
{
    public static string? Name(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a Word file or an archive",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "a Word file",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            or [0xFF, 0xD8, 0xFF, ..]
            or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
            [0x1F, 0x8B, ..] => "an archive",
            _ => null,
        };
}
