using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Live;

/// <content>Connecting accounts, for admins.</content>
internal sealed partial class Operations
{
    private const string Nothing = "Nothing was changed.";

    /// <summary>What a key may do, asked of Lever without keeping anything; null when that was not possible.</summary>
    public async Task<(Preflight? Rights, Outcome Outcome)> ProbeAsync(
        ConnectForm form,
        CancellationToken cancellationToken
    )
    {
        Preflight? rights = null;
        var account = new AccountKey(form.Name);
        var outcome = await TryAsync(
            account,
            Roles.Admin,
            "tried a key",
            async _ =>
            {
                var desk = grains.GetGrain<IAccountDeskGrain>(account.ToString());
                rights = await desk.ProbeAsync(form.Request(mode: null), cancellationToken);
                return new Outcome(true, $"The key was tried. {Nothing}");
            }
        );
        return (rights, outcome);
    }

    /// <summary>Connects a new account in shadow, or an account again with another key; what the key may do, null when it was not asked.</summary>
    public async Task<(Preflight? Rights, Outcome Outcome)> ConnectAsync(
        ConnectForm form,
        bool isAgain,
        CancellationToken cancellationToken
    )
    {
        Preflight? rights = null;
        var account = new AccountKey(form.Name);
        var deed = isAgain ? "replaced the key" : "connected the account in shadow";
        var outcome = await TryAsync(
            account,
            Roles.Admin,
            deed,
            async user =>
            {
                var request = form.Request(isAgain ? null : AccountMode.Shadow);
                var grain = grains.GetGrain<IAccountGrain>(account.ToString());
                rights = await grain.ConnectAsync(request, cancellationToken);
                if (!rights.Connected)
                {
                    return new Outcome(false, $"Lever does not let this key do what is needed. {Nothing}");
                }

                await activity.AddAsync(account, [Line(user, deed)], cancellationToken);
                return new Outcome(true, $"Done: {deed}.");
            }
        );
        return (rights, outcome);
    }
}
