using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Shadowing;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Accounts;

/// <summary>What operators look up before they decide.</summary>
internal sealed partial class AccountGrain
{
    public Task<Preflight> ProbeAsync(ConnectRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var connection = new LeverConnection(
            request.LeverUrl,
            new LeverApiKey(request.ApiKey.Value),
            request.ServiceUser
        );
        var settings = _account.State.Settings;
        return new Preflighter(
            _services.Factory.Create(connection, PermitsFor(settings)),
            settings,
            request.ServiceUser,
            _services.Clock
        ).RunAsync(cancellationToken);
    }

    public Task<ShadowReport> GetShadowReportAsync(CancellationToken cancellationToken)
    {
        RequireConnected();
        return new ShadowReporter(_account, _services.Mirror, _services.Shadow).ReportAsync(cancellationToken);
    }

    public async Task<bool> EraseContactAsync(string contactId, CancellationToken cancellationToken)
    {
        RequireConnected();
        var known = await _services.Mirror.FindContactsAsync(_account.Key, [contactId], cancellationToken);
        if (known.Count == 0)
        {
            return false;
        }

        // The index first, as when Lever deletes somebody: a vector that is found must have its row.
        await GrainFactory.ShardOf(_account.Key, contactId).RemoveAsync([contactId], cancellationToken);
        await _services.Mirror.EraseContactsAsync(_account.Key, [contactId], cancellationToken);
        return true;
    }
}
