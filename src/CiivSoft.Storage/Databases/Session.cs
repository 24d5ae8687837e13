using System.Data.Common;
using Dapper;

namespace CiivSoft.Storage.Databases;

/// <summary>One open transaction, or one connection for reading.</summary>
internal sealed class Session(
    DbConnection connection,
    DbTransaction? transaction,
    Dialect dialect,
    CancellationToken cancellationToken
)
{
    public Dialect Dialect => dialect;

    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Runs a statement for each row; a row is the objects whose properties fill its parameters.</summary>
    public async Task<IReadOnlyList<object>> RunManyAsync(string sql, IEnumerable<object[]> rows)
    {
        var list = rows.ToList();
        if (transaction is null)
        {
            throw new InvalidOperationException("Rows are written inside a transaction.");
        }

        return list.Count == 0 ? [] : await dialect.RunManyAsync(connection, transaction, sql, list, cancellationToken);
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>Reads rows of two parts; the second begins at the column <paramref name="splitOn"/>.</summary>
    public async Task<IReadOnlyList<TResult>> QueryAsync<T1, T2, TResult>(
        string sql,
        Func<T1, T2, TResult> map,
        string splitOn,
        object? parameters = null
    ) => (await connection.QueryAsync(Command(sql, parameters), map, splitOn)).AsList();

    /// <summary>Reads rows of three parts; the others begin at the columns <paramref name="splitOn"/>.</summary>
    public async Task<IReadOnlyList<TResult>> QueryAsync<T1, T2, T3, TResult>(
        string sql,
        Func<T1, T2, T3, TResult> map,
        string splitOn,
        object? parameters = null
    ) => (await connection.QueryAsync(Command(sql, parameters), map, splitOn)).AsList();

    public Task<T?> SingleOrDefaultAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    public Task<T?> ScalarAsync<T>(string sql, object? parameters = null) =>
        connection.ExecuteScalarAsync<T>(Command(sql, parameters));

    /// <summary>Reads row by row without holding them all.</summary>
    public Task<DbDataReader> ReaderAsync(string sql, object? parameters = null) =>
        connection.ExecuteReaderAsync(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
