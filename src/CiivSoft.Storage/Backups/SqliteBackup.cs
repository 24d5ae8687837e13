using System.Data.Common;
using CiivSoft.Storage.Databases;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Storage.Backups;

/// <summary>Copies the SQLite database of a data folder to another one and back. PostgreSQL has tools of its own for it.</summary>
public static class SqliteBackup
{
    /// <summary>The database's file, in a data folder and in a backup.</summary>
    public const string FileName = "ciivsoft.db";

    private const string LockFile = "silo.lock";

    /// <summary>
    /// Copies the database as it is at one moment, what stands in its log included, while a silo works on it. What was deleted
    /// is not in the copy.
    /// </summary>
    /// <param name="dataFolder">The silo's data folder.</param>
    /// <param name="target">A folder; made when absent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The copy's path.</returns>
    /// <exception cref="StorageException">There is no database, a copy is there already, or the disk refused.</exception>
    public static async Task<string> SaveAsync(string dataFolder, string target, CancellationToken cancellationToken)
    {
        var (source, copy) = CheckSave(dataFolder, target);
        PrivateFiles.EnsureFolder(Path.GetDirectoryName(copy)!);
        PrivateFiles.EnsureFile(copy); // VACUUM INTO takes an empty file and keeps its mode.
        try
        {
            await RunAsync(source, "VACUUM INTO @copy", copy, cancellationToken);
            await CheckAsync(copy, cancellationToken);
            return copy;
        }
        catch (DbException failure)
        {
            File.Delete(copy);
            throw new StorageException($"The copy could not be made: {failure.Message}", failure, isTransient: false);
        }
    }

    /// <summary>What a copy would be made of and where it would stand, without making one.</summary>
    /// <exception cref="StorageException">There is no database, or a copy is there already.</exception>
    public static (string Source, string Copy) CheckSave(string dataFolder, string target)
    {
        var source = Path.Combine(Path.GetFullPath(dataFolder), FileName);
        if (!File.Exists(source))
        {
            throw new StorageException(
                $"There is no database {source}. Is the data folder the right one? A silo on PostgreSQL has none: pg_dump saves its database."
            );
        }

        var copy = Path.Combine(Path.GetFullPath(target), FileName);
        RequireAbsent(copy);
        return (source, copy);
    }

    /// <summary>Copies the keys of a data folder, for a place apart from the database's copies. Returns how many files.</summary>
    /// <exception cref="StorageException">There are none, or one of the same name is there already.</exception>
    public static int SaveKeys(string keyFolder, string target)
    {
        var files = Directory.Exists(keyFolder)
            ? Directory.GetFiles(keyFolder).Where(IsKeyFile).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            throw new StorageException($"There are no keys in {keyFolder}.");
        }

        CopyKeys(files, target);
        return files.Count;
    }

    /// <summary>Puts a copy in place of a database that is gone; nothing is overwritten.</summary>
    /// <param name="backup">The folder with the copy.</param>
    /// <param name="keys">The folder with the keys' copy; null where the silo has its keys still.</param>
    /// <param name="keyFolder">The folder that the silo reads its keys from; made when absent.</param>
    /// <param name="dataFolder">The silo's data folder; made when absent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">A database is there, a silo runs, or the copy is damaged.</exception>
    public static async Task RestoreAsync(
        string backup,
        string? keys,
        string keyFolder,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        var folder = Path.GetFullPath(dataFolder);
        var copy = RequireCopy(backup);
        PrivateFiles.EnsureFolder(folder);
        using var turn = Lock(folder);
        var target = RequireNoDatabase(folder);
        await RequireWholeAsync(copy, cancellationToken);
        if (keys is not null)
        {
            CopyKeys(Directory.GetFiles(Path.GetFullPath(keys)).Where(IsKeyFile), keyFolder);
        }

        PrivateFiles.Copy(copy, target);
    }

    /// <summary>Whether a copy could be put in place, without doing it. Returns the copy and the database it would become.</summary>
    /// <exception cref="StorageException">As <see cref="RestoreAsync" />.</exception>
    public static async Task<(string Copy, string Target)> CheckRestoreAsync(
        string backup,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        var folder = Path.GetFullPath(dataFolder);
        var copy = RequireCopy(backup);
        using var turn = File.Exists(Path.Combine(folder, LockFile)) ? Lock(folder) : null;
        var target = RequireNoDatabase(folder);
        await RequireWholeAsync(copy, cancellationToken);
        return (copy, target);
    }

    private static string RequireCopy(string backup)
    {
        var copy = Path.Combine(Path.GetFullPath(backup), FileName);
        return File.Exists(copy) ? copy : throw new StorageException($"There is no copy {copy}.");
    }

    private static string RequireNoDatabase(string folder)
    {
        var target = Path.Combine(folder, FileName);
        foreach (var file in new[] { target, target + "-wal", target + "-shm" })
        {
            RequireAbsent(file);
        }

        return target;
    }

    private static async Task RequireWholeAsync(string copy, CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(copy, cancellationToken);
        }
        catch (DbException failure)
        {
            throw new StorageException(
                $"The copy {copy} is no database: {failure.Message}",
                failure,
                isTransient: false
            );
        }
    }

    private static void CopyKeys(IEnumerable<string> files, string target)
    {
        PrivateFiles.EnsureFolder(Path.GetFullPath(target));
        foreach (var file in files)
        {
            var copy = Path.Combine(Path.GetFullPath(target), Path.GetFileName(file));
            if (!File.Exists(copy))
            {
                PrivateFiles.Copy(file, copy);
            }
            else if (!File.ReadAllBytes(copy).AsSpan().SequenceEqual(File.ReadAllBytes(file)))
            {
                throw new StorageException($"There is another key {copy} already.");
            }
        }
    }

    private static bool IsKeyFile(string path) => Path.GetExtension(path) is ".key" or ".roots";

    private static void RequireAbsent(string path)
    {
        if (File.Exists(path))
        {
            throw new StorageException(
                $"{path} is there already, and nothing is overwritten. Move it away, or name another folder."
            );
        }
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, LockFile),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException failure)
        {
            throw new StorageException($"A silo works on {folder}. Stop it first.", failure, isTransient: false);
        }
    }

    // Both readings fail on a file that is not whole.
    private static async Task CheckAsync(string file, CancellationToken cancellationToken)
    {
        var found = await RunAsync(file, "PRAGMA integrity_check", copy: null, cancellationToken);
        if (!string.Equals(found as string, "ok", StringComparison.Ordinal))
        {
            throw new StorageException($"The copy {file} is damaged.");
        }
    }

    private static async Task<object?> RunAsync(
        string file,
        string sql,
        string? copy,
        CancellationToken cancellationToken
    )
    {
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 60,
        };
        await using var connection = new SqliteConnection(source.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (copy is not null)
        {
            command.Parameters.AddWithValue("@copy", copy);
        }

        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
