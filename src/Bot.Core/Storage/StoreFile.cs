using Microsoft.Data.Sqlite;

namespace Bot.Core.Storage;

/// <summary>The file behind <see cref="StoreOptions.Connection"/>, and in what words its troubles are told.</summary>
internal sealed record StoreFile(string Path, string Connection)
{
    /// <exception cref="StoreException">The connection names no SQLite file.</exception>
    public static StoreFile Parse(string connection)
    {
        SqliteConnectionStringBuilder built;
        try
        {
            built = new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException wrong)
        {
            var isServer =
                connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)
                || connection.Contains("Server=", StringComparison.OrdinalIgnoreCase);
            throw new StoreException(
                isServer
                    ? "Store:Connection names a database server, which this version cannot use; it keeps its store in a SQLite file. Write Data Source=data/bot.db."
                    : $"Store:Connection is no connection to a SQLite file ({wrong.Message.TrimEnd('.')}). Write Data Source=data/bot.db.",
                wrong
            );
        }

        if (
            built.DataSource.Length == 0
            || built.DataSource.StartsWith(':')
            || built.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || built.Mode == SqliteOpenMode.Memory
        )
        {
            throw new StoreException(
                $"Store:Connection names no file, and a store in memory would forget what was posted. Write Data Source=data/bot.db."
            );
        }

        built.ForeignKeys = true;
        return new StoreFile(System.IO.Path.GetFullPath(built.DataSource), built.ToString());
    }

    /// <exception cref="StoreException">The folder cannot be made.</exception>
    public void MakeFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path);
        try
        {
            if (folder is not null)
                Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StoreException(
                $"The folder {folder} for the store cannot be made. Make it and let this user write to it, or name another file in Store:Connection.",
                refused
            );
        }
    }

    public StoreException Explain(SqliteException error) =>
        new(
            error.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_NOTADB =>
                    $"{Path} is no SQLite database. Move it away, or name another file in Store:Connection.",
                SQLitePCL.raw.SQLITE_READONLY =>
                    $"The store {Path} is read-only. Let this user write to the file and its folder, or name another file in Store:Connection.",
                SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH =>
                    $"The store {Path} cannot be opened. {WhyNotOpened()}, or name another file in Store:Connection.",
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
                    $"The store {Path} is held by another program. Wait until that has ended, or end it, and try again.",
                SQLitePCL.raw.SQLITE_CORRUPT =>
                    $"The store {Path} is damaged. Put a copy of it back, or move it away: seeds are read anew, the record of what was posted is lost.",
                SQLitePCL.raw.SQLITE_FULL => $"The disk that holds the store {Path} is full. Make room and try again.",
                SQLitePCL.raw.SQLITE_IOERR =>
                    $"The disk that holds the store {Path} failed to read or write. Check the disk and this user's rights, and try again.",
                _ => $"The store {Path} cannot be used: {error.Message}",
            },
            error
        );

    private string WhyNotOpened() =>
        Directory.Exists(Path) ? "It is a folder: remove it"
        : File.Exists(Path) ? "Let this user read and write it"
        : "Let this user write to its folder";
}
