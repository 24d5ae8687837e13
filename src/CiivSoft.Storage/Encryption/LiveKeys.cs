namespace CiivSoft.Storage.Encryption;

/// <summary>
/// The ring of this process as it is now: a key that another process added is found when a value names it, and which key
/// encrypts is told by the database, so that all processes know a key before one of them uses it.
/// </summary>
internal sealed class LiveKeys(KeyRing ring, Func<KeyRing> reload)
{
    private readonly Lock _gate = new();
    private volatile KeyRing _ring = ring;
    private volatile int _used = ring.NewestId;

    public KeyRing Ring => _ring;

    /// <summary>The number of the key that encrypts: the newest, until another is told.</summary>
    public int Used => _used;

    /// <summary>Whether a key is there, looking again where the ring comes from if need be.</summary>
    public bool Has(int id)
    {
        if (_ring.Contains(id))
        {
            return true;
        }

        Reload();
        return _ring.Contains(id);
    }

    /// <summary>From now on this key encrypts.</summary>
    /// <exception cref="StorageException">It is not in the ring.</exception>
    public void Use(int id) =>
        _used = Has(id)
            ? id
            : throw new StorageException(
                $"Encryption key {id} is in use and missing from this process's key ring. Put its file or setting back and start again."
            );

    /// <summary>Reads the ring again.</summary>
    public void Reload()
    {
        lock (_gate)
        {
            _ring = reload();
        }
    }
}
