using System.Text.Json;
using Bot.Core.Articles.Formats;
using Microsoft.Extensions.Configuration.Memory;

namespace Bot.Hosting;

/// <summary>
/// Where settings come from, the later over the earlier: appsettings.json, environment variables (<c>Section__Key</c>),
/// a file for each secret (<c>Section__Key_FILE</c>, or a file of the key's name in a secrets folder), the command line.
/// </summary>
internal static class SettingsSources
{
    /// <summary>Where container engines mount secrets.</summary>
    public const string SecretsFolder = "/run/secrets";

    /// <summary>Ends the name of a variable that names a file with the value.</summary>
    public const string FileSuffix = "_FILE";

    /// <exception cref="SettingsException">A file cannot be read.</exception>
    public static IConfigurationRoot Open(string? file, IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
            builder.AddJsonFile(file, optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables();
        builder.Add(new MemoryConfigurationSource { InitialData = SecretFiles() });
        if (Directory.Exists(SecretsFolder))
            builder.AddKeyPerFile(SecretsFolder, optional: true);
        builder.Add(new MemoryConfigurationSource { InitialData = commandLine });
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException broken)
        {
            throw new SettingsException([
                broken.InnerException?.InnerException is JsonException json
                    ? $"{file} is not JSON: {JsonFault.InFile(json)}. Mend it there."
                    : $"{file} cannot be read: {broken.InnerException?.Message ?? broken.Message}",
            ]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{file} cannot be opened. Let this user read it."]);
        }
        catch (FormatException broken)
        {
            throw new SettingsException([$"{file} cannot be read: {broken.Message}"]);
        }
    }

    private static Dictionary<string, string?> SecretFiles()
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var wrong = new List<string>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (
                variable is not { Key: string name, Value: string { Length: > 0 } path }
                || !name.EndsWith(FileSuffix, StringComparison.Ordinal)
            )
                continue;
            var key = name[..^FileSuffix.Length].Replace("__", ":", StringComparison.Ordinal);
            if (SettingsSections.Find(key.Split(':')[0]) is null)
                continue;
            try
            {
                found[key] = File.ReadAllText(path).TrimEnd('\r', '\n');
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                wrong.Add($"{name} names the file “{path}”, which cannot be read: {unreadable.Message}");
            }
        }

        return wrong.Count == 0 ? found : throw new SettingsException(wrong);
    }
}
