using System.Security.Claims;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace CiivSoft.Dashboard.Live;

/// <summary>A page of one account. Whoever may not see the account finds nothing there, as if it did not exist.</summary>
/// <typeparam name="TModel">What a reading gives; goes through JSON.</typeparam>
public abstract class AccountPage<TModel> : LivePage<TModel>
    where TModel : class
{
    /// <summary>The account, from the address.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Whether the user may press buttons.</summary>
    protected bool MayOperate => Viewer.IsAtLeast(Roles.Operator);

    /// <summary>Reads what belongs to the account; null when there is nothing of that name.</summary>
    protected abstract Task<TModel?> ReadAsync(AccountKey account, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task<TModel?> ReadAsync(
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    ) => Viewer.Account(Name) is { } account ? await ReadAsync(account, cancellationToken) : null;
}
