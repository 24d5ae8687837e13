namespace CiivSoft.Storage;

/// <summary>The database or the keys could not do what was asked. The message never holds stored values.</summary>
public sealed class StorageException : Exception
{
    /// <summary>A failure of our own finding.</summary>
    public StorageException(string message)
        : base(message) { }

    /// <summary>A failure of the database.</summary>
    public StorageException(string message, Exception inner, bool isTransient)
        : base(message, inner) => IsTransient = isTransient;

    /// <summary>Whether the same call may succeed later without anybody's help: a lost connection, a busy or full disk.</summary>
    public bool IsTransient { get; }
}
