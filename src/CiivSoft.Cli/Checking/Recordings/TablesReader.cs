using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>Reads our tables, beside a running silo or after it stopped. Writes nothing and migrates nothing.</summary>
internal sealed class TablesReader : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly ServiceProvider _services;

    public TablesReader(StorageOptions options) =>
        _services = new ServiceCollection().AddCiivSoftStorage(options).BuildServiceProvider();

    public Task<IReadOnlyList<AccountRecord>> ListAccountsAsync(CancellationToken cancellationToken) =>
        Get<IAccountStore>().ListAsync(cancellationToken);

    /// <summary>The account's API key in clear; null when it is not connected.</summary>
    public Task<string?> ReadApiKeyAsync(AccountRecord account, CancellationToken cancellationToken) =>
        Get<IAccountStore>().ReadApiKeyAsync(account.Account, cancellationToken);

    public async Task<AccountTables> ReadAsync(AccountRecord record, CancellationToken cancellationToken)
    {
        var account = record.Account;
        var effects = new List<EffectRow>();
        await foreach (var effect in Get<IEffectStore>().StreamAsync(account, cancellationToken))
        {
            effects.Add(effect);
        }

        return new AccountTables
        {
            Account = account.Name,
            LeverUrl = record.LeverUrl,
            ConnectedAt = record.ConnectedAt.ToUnixTimeMilliseconds(),
            Facts = await ReadFactsAsync(account, cancellationToken),
            Effects = effects,
            Decisions = await Get<IDecisionStore>()
                .SinceAsync(account, null, DateTimeOffset.UnixEpoch, int.MaxValue, cancellationToken),
            Work = await Get<IWorkStore>().NextAsync(account, DateTimeOffset.MaxValue, int.MaxValue, cancellationToken),
        };
    }

    public Task<IReadOnlyDictionary<string, ContactRow>> ReadContactsAsync(
        AccountRecord account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    ) => Get<IMirrorStore>().FindContactsAsync(account.Account, contactIds, cancellationToken);

    /// <summary>Résumé texts in clear, for searching logs. Never print them.</summary>
    public async Task<IReadOnlyList<string>> ReadResumesAsync(
        AccountRecord account,
        IEnumerable<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        var texts = new List<string>();
        foreach (var ids in contactIds.Chunk(500))
        {
            var resumes = await Get<IResumeStore>().LoadAsync(account.Account, ids, cancellationToken);
            texts.AddRange(resumes.Select(r => r.Text));
        }

        return texts;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // The grain's state is JSON that tolerates fields it does not know; here only some are asked for.
    private async Task<AccountFacts> ReadFactsAsync(AccountKey account, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await Get<GrainDatabase>().DataSource.OpenConnectionAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT PayloadBinary FROM OrleansStorage WHERE GrainIdExtensionString = @id";
            var id = command.CreateParameter();
            id.ParameterName = "@id";
            id.Value = account.ToString();
            command.Parameters.Add(id);
            return await command.ExecuteScalarAsync(cancellationToken) is byte[] json
                ? JsonSerializer.Deserialize<AccountFacts>(json, Options) ?? new AccountFacts()
                : new AccountFacts();
        }
        catch (DbException failure)
        {
            throw new StorageException($"The state of account {account.Name} cannot be read.", failure, false);
        }
    }
}
