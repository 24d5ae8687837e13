using System.Globalization;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// The encryption keys of a running installation: adding one, using it, sealing everything anew, taking an old one away. Keys never
/// pass through the database; it only says which number encrypts.
/// </summary>
public sealed class EncryptionKeys
{
    private const string UsedSetting = "encryption-key";
    private const string DoneSetting = "encryption-key-done";

    // Every process asks for the key in use more often than that: after it nobody seals with an older one.
    private static readonly TimeSpan KnownEverywhereAfter = TimeSpan.FromSeconds(30);

    private readonly StorageOptions _options;
    private readonly Database _database;
    private readonly LiveKeys _keys;
    private readonly Resealing _resealing;
    private readonly TimeProvider _clock;
    private bool _isUnderWay;
    private DateTimeOffset _begun;

    internal EncryptionKeys(
        StorageOptions options,
        Database database,
        LiveKeys keys,
        SecretBox secrets,
        TimeProvider clock
    )
    {
        (_options, _database, _keys, _clock) = (options, database, keys, clock);
        _resealing = new Resealing(database, secrets);
    }

    private bool IsSetting => !string.IsNullOrWhiteSpace(_options.Keys);

    /// <summary>Asks the database which key encrypts. To be called at the start and every few seconds.</summary>
    /// <exception cref="StorageException">The key in use is not in this process's ring, or the database does not answer.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var used = await ReadAsync(UsedSetting, cancellationToken) ?? await BeginAsync(cancellationToken);
        var (id, _) = Parse(used);
        if (id != _keys.Used)
        {
            _keys.Use(id);
        }
    }

    // The first to ask: from now on a newer key is used when somebody says so and not by being there.
    private async Task<string> BeginAsync(CancellationToken cancellationToken)
    {
        await _database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING",
                    new { name = UsedSetting, value = Text(_keys.Used, _clock.GetUtcNow()) }
                ),
            cancellationToken
        );
        return await ReadUsedAsync(cancellationToken);
    }

    /// <summary>Makes the next key in the key folder, known and not yet used. Returns its number.</summary>
    /// <exception cref="StorageException">The keys come from a setting, or the folder cannot be written.</exception>
    public int Add()
    {
        if (IsSetting)
        {
            throw new StorageException(
                "The keys come from the setting Keys: add the next one there, restart the processes one after the other, and use it then."
            );
        }

        try
        {
            var id = KeyRingFiles.Rotate(_options.EffectiveKeyFolder);
            _keys.Reload();
            return id;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The key folder {_options.EffectiveKeyFolder} cannot be written by this process.",
                failure,
                isTransient: false
            );
        }
    }

    /// <summary>From now on a key encrypts; what older ones sealed is sealed anew by <see cref="ResealAsync"/>.</summary>
    /// <exception cref="StorageException">It is not in the ring.</exception>
    public async Task UseAsync(int id, CancellationToken cancellationToken)
    {
        if (!_keys.Has(id))
        {
            throw new StorageException($"There is no encryption key {id} in the key ring.");
        }

        if (id == _keys.Used)
        {
            return;
        }

        await WriteAsync(UsedSetting, Text(id, _clock.GetUtcNow()), cancellationToken);
        _keys.Use(id);
        _isUnderWay = false;
    }

    /// <summary>
    /// One step of sealing anew, at most some hundred values. False when nothing is left to do now; call it again after a
    /// while.
    /// </summary>
    public async Task<bool> ResealAsync(CancellationToken cancellationToken)
    {
        var wanted = await ReadUsedAsync(cancellationToken);
        var (used, since) = Parse(wanted);
        if (used != _keys.Used || await IsDoneAsync(wanted, cancellationToken))
        {
            _isUnderWay = false;
            return false;
        }

        if (!_isUnderWay)
        {
            (_isUnderWay, _begun) = (true, _clock.GetUtcNow());
            _resealing.Restart();
        }

        if (await _resealing.StepAsync(used, cancellationToken))
        {
            return true;
        }

        // A pass that began before everybody knew the new key may have overlooked what they still sealed with the old one.
        _isUnderWay = false;
        if (!_resealing.HasLeftOut && _begun - since >= KnownEverywhereAfter)
        {
            await WriteAsync(DoneSetting, wanted, cancellationToken);
        }

        return false;
    }

    /// <summary>The keys of this process's ring and what they seal. Reads every sealed row's first bytes.</summary>
    public async Task<IReadOnlyList<KeyUse>> ListAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        _keys.Reload();
        var counts = await _resealing.CountAsync(cancellationToken);
        var isDone = await IsDoneAsync(await ReadUsedAsync(cancellationToken), cancellationToken);
        return
        [
            .. _keys
                .Ring.Ids.Union(counts.Keys)
                .Order()
                .Select(id => new KeyUse(
                    id,
                    _keys.Ring.Contains(id),
                    id == _keys.Used,
                    counts.GetValueOrDefault(id),
                    isDone && id != _keys.Used && counts.GetValueOrDefault(id) == 0
                )),
        ];
    }

    /// <summary>
    /// Takes a key away that seals nothing any more. Of the first key what never changes is kept beside it: no Ref changes.
    /// Backups from before need the key, so keep a copy as long as them.
    /// </summary>
    /// <exception cref="StorageException">It is in use, still seals something, or comes from a setting.</exception>
    public async Task RemoveAsync(int id, CancellationToken cancellationToken)
    {
        var key =
            (await ListAsync(cancellationToken)).FirstOrDefault(k => k.Id == id && k.IsInRing)
            ?? throw new StorageException($"There is no encryption key {id} in the key ring.");
        if (!key.MayBeRemoved)
        {
            throw new StorageException(
                key.IsUsed ? $"Encryption key {id} is in use: use another one first."
                : key.Values > 0
                    ? $"Encryption key {id} still seals {key.Values} values; they are sealed anew in the background."
                : $"Whether everything is sealed anew is not certain yet; ask again in a minute."
            );
        }

        if (IsSetting)
        {
            throw new StorageException(
                $"Encryption key {id} seals nothing any more, and the keys come from the setting Keys: take it out there. The first key "
                    + "must stay, since Refs of notes are derived from it."
            );
        }

        KeyRingFiles.Remove(_options.EffectiveKeyFolder, id, _keys.Ring);
        _keys.Reload();
    }

    private const string Select = "SELECT value FROM setting WHERE name = @name";

    // The same moment too: a key that was used, left and used again begins anew.
    private async Task<bool> IsDoneAsync(string used, CancellationToken cancellationToken) =>
        string.Equals(await ReadAsync(DoneSetting, cancellationToken), used, StringComparison.Ordinal);

    private async Task<string> ReadUsedAsync(CancellationToken cancellationToken) =>
        await ReadAsync(UsedSetting, cancellationToken)
        ?? throw new StorageException("The database names no encryption key; it was not prepared.");

    private Task<string?> ReadAsync(string name, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => session.ScalarAsync<string>(Select, new { name }), cancellationToken);

    private Task<int> WriteAsync(string name, string value, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO setting (name, value) VALUES (@name, @value)
                    ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """,
                    new { name, value }
                ),
            cancellationToken
        );

    private static string Text(int id, DateTimeOffset since) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {since.ToUnixTimeMilliseconds()}");

    private static (int Id, DateTimeOffset Since) Parse(string value)
    {
        var parts = value.Split(' ');
        return (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture))
        );
    }
}

/// <summary>A key and what it is good for.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsInRing">Whether this process has it.</param>
/// <param name="IsUsed">Whether it encrypts.</param>
/// <param name="Values">How many values are sealed with it.</param>
/// <param name="MayBeRemoved">Whether nothing needs it any more, backups apart.</param>
public sealed record KeyUse(int Id, bool IsInRing, bool IsUsed, long Values, bool MayBeRemoved);
