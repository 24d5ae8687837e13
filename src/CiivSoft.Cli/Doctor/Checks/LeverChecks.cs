using System.Net;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The way from this machine to Lever.</summary>
internal static class LeverChecks
{
    private const string UnitedStates = "api.lever.co";
    private const string Europe = "api.eu.lever.co";
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfAccounts(
            "lever-reachable",
            "Lever answers at each account's address",
            (account, _) => Reachable(account)
        ),
        Check.OfAccounts("lever-tls", "Lever's certificate is accepted", (account, _) => Tls(account)),
        Check.OfAccounts("lever-address", "Each address is that of Lever's API", (account, _) => Address(account)),
        Check.OfAccounts(
            "lever-clock",
            "This machine's clock agrees with Lever's",
            (account, around) => Clock(account, around.Clock.GetUtcNow())
        ),
    ];

    private static IEnumerable<Complaint> Reachable(AccountFacts account)
    {
        if (account.Lever is { Failure: { } failure, IsTls: false })
        {
            yield return Complaint.Problem(
                $"Lever does not answer at {account.Listed.LeverUrl}: {failure}",
                "Check this machine's way out: DNS, firewall, HTTPS_PROXY. If Lever itself is down, work goes on by itself.",
                account.Name
            );
        }
        else if (account.Lever.Answer is >= HttpStatusCode.InternalServerError and var status)
        {
            yield return Complaint.Warning(
                $"Lever answers {(int)status} at {account.Listed.LeverUrl}.",
                "Lever has a disturbance (https://status.lever.co); work goes on by itself.",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Tls(AccountFacts account)
    {
        if (account.Lever is { IsTls: true, Failure: { } failure })
        {
            yield return Complaint.Problem(
                $"The certificate of {account.Listed.LeverUrl.Host} is not accepted: {failure}",
                "A proxy that opens TLS needs its root certificate in this machine's store; else install ca-certificates and check the clock.",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Address(AccountFacts account)
    {
        var url = account.Listed.LeverUrl;
        var isOwn = MachineChecks.IsOwn(url.Host);
        if (url.Scheme != Uri.UriSchemeHttps && !isOwn)
        {
            yield return Complaint.Problem(
                $"The address {url} is not encrypted: the API key passes in clear.",
                "Connect again with https.",
                account.Name
            );
        }

        if (account.Lever.Answer == HttpStatusCode.NotFound)
        {
            yield return Complaint.Problem(
                $"What answers at {url} has no list of stages: it is not Lever's API.",
                "The address ends with /v1, for example https://api.lever.co/v1. Connect again with the right one.",
                account.Name
            );
        }

        var other = url.Host switch
        {
            UnitedStates => Europe,
            Europe => UnitedStates,
            _ => null,
        };
        if (other is not null && account.Status.Connection != Abstractions.Accounts.ConnectionStatus.Connected)
        {
            yield return Complaint.Warning(
                $"Lever at {url.Host} does not accept the key.",
                $"Lever keeps customers in two regions: if yours is the other one, connect again with https://{other}/v1.",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Clock(AccountFacts account, DateTimeOffset now)
    {
        if (account.Lever.Clock is { } clock && (clock - now).Duration() > MostDifference)
        {
            yield return Complaint.Problem(
                $"This machine's clock is {(now - clock).TotalSeconds:F0} seconds from Lever's.",
                "Keep it in time with NTP: what changed in Lever is asked for by time.",
                account.Name
            );
        }
    }
}
