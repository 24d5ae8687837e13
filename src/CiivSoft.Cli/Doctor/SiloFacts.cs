using System.Net;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Keys;

namespace CiivSoft.Cli.Doctor;

/// <summary>What a silo answered.</summary>
internal sealed record SiloFacts
{
    /// <summary>Whether anything answers at the address.</summary>
    public bool IsThere { get; init; }

    /// <summary>Whether what answers is a silo: its health says so.</summary>
    public bool IsSilo { get; init; }

    /// <summary>Why nothing answered.</summary>
    public string? Failure { get; init; }

    /// <summary>What <c>/health/ready</c> said.</summary>
    public HttpStatusCode Ready { get; init; }

    /// <summary>The silo's clock, to the second; null when it did not say.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>What the admin API said to our token; null when there is no token or nothing to ask.</summary>
    public HttpStatusCode? TokenAnswer { get; init; }

    /// <summary>The encryption keys; empty where they could not be asked for.</summary>
    public IReadOnlyList<ListedKey> Keys { get; init; } = [];

    /// <summary>The accounts; empty where they could not be asked for.</summary>
    public IReadOnlyList<AccountFacts> Accounts { get; init; } = [];

    /// <summary>Whether the accounts could be asked for.</summary>
    public bool KnowsAccounts { get; init; }
}

/// <summary>What is known of an account.</summary>
/// <param name="Listed">Its address and since when it is connected.</param>
/// <param name="Status">What it does.</param>
/// <param name="Lever">What Lever's address answered to nobody in particular.</param>
internal sealed record AccountFacts(ListedAccount Listed, AccountStatus Status, LeverFacts Lever)
{
    public string Name => Listed.Name;
}

/// <summary>What an address of Lever answered without a key.</summary>
/// <param name="Answer">The status; null when there was none.</param>
/// <param name="Clock">Its clock, to the second.</param>
/// <param name="Failure">Why there was no answer.</param>
/// <param name="IsTls">Whether the failure is one of the certificate or of TLS.</param>
internal sealed record LeverFacts(HttpStatusCode? Answer, DateTimeOffset? Clock, string? Failure, bool IsTls);
