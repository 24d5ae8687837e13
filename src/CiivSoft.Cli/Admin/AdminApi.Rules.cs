using System.Net.Http.Json;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Admin;

/// <summary>What postings ask for, and the switches and settings of an account.</summary>
internal sealed partial class AdminApi
{
    /// <summary>What a posting asks for.</summary>
    public Task<RequirementSheet> GetRequirementsAsync(
        string account,
        string posting,
        CancellationToken cancellationToken
    ) => GetAsync<RequirementSheet>(Requirements(account, posting), cancellationToken);

    /// <summary>Changes it, or in a dry run checks the change.</summary>
    /// <exception cref="CliException">It was refused; the message says why and what could be asked instead.</exception>
    public async Task<RequirementsAnswer> ChangeRequirementsAsync(
        string account,
        string posting,
        RequirementsAsk ask,
        CancellationToken cancellationToken
    )
    {
        using var request = Put(Requirements(account, posting), ask);
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
        return await ReadAsync<RequirementsAnswer>(answer, cancellationToken);
    }

    /// <summary>Switches a posting; null takes back what was set.</summary>
    public async Task SetPostingModeAsync(
        string account,
        string posting,
        RunMode? mode,
        CancellationToken cancellationToken
    )
    {
        using var request = Put($"accounts/{Escape(account)}/postings/{Escape(posting)}/mode", new { mode });
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    /// <summary>Replaces the settings of an account.</summary>
    public async Task ConfigureAsync(string account, AccountSettings settings, CancellationToken cancellationToken)
    {
        using var request = Put($"accounts/{Escape(account)}/settings", settings);
        using var answer = await SendAsync(request, cancellationToken);
        await RequireSuccessAsync(answer, cancellationToken);
    }

    private static string Requirements(string account, string posting) =>
        $"accounts/{Escape(account)}/postings/{Escape(posting)}/requirements";

    private static HttpRequestMessage Put<T>(string path, T body) =>
        new(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: Terminal.Json) };
}

/// <summary>A change of requirements as the admin API takes it.</summary>
/// <param name="Version">The version that it was made from.</param>
/// <param name="Items">The whole list; null goes back to the draft.</param>
/// <param name="IsDryRun">Whether it is only checked.</param>
internal sealed record RequirementsAsk(int Version, IReadOnlyList<RequirementItem>? Items, bool IsDryRun);
