namespace Bot.Core.Articles.Seeds;

/// <summary>A seed file as the folder shows it.</summary>
/// <param name="Path">Within the folder, with forward slashes: the origin of its articles.</param>
/// <param name="Modified">Ticks, UTC.</param>
internal sealed record SeedFile(string Path, string FullPath, long Size, long Modified);
