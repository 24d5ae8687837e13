using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>What an operator looks up and decides: undo, rerun, rights, erasure of a person, a test message.</summary>
internal static class DeskEndpoints
{
    private const int RunsListed = 50;

    public static RouteGroupBuilder MapDesk(this RouteGroupBuilder api)
    {
        api.MapPost(
            "/accounts/{name}/undo",
            (string name, UndoScope scope, IGrainFactory grains, CancellationToken ct) =>
                AskAsync(name, grains, d => d.UndoAsync(scope, ct))
        );
        api.MapPost(
            "/accounts/{name}/undo/list",
            (string name, UndoScope scope, IGrainFactory grains, CancellationToken ct) =>
                AskAsync(name, grains, d => d.ListUndoAsync(scope, ct))
        );
        api.MapPost(
            "/accounts/{name}/undo/preview",
            (string name, ImmutableArray<string> actionIds, IGrainFactory grains, CancellationToken ct) =>
                AskAsync(name, grains, d => d.PreviewUndoAsync(actionIds, ct))
        );
        api.MapGet("/accounts/{name}/undo/runs", RunsAsync);
        api.MapPost(
            "/accounts/{name}/rerun",
            (string name, RerunRequest request, IGrainFactory grains, CancellationToken ct) =>
                AskAsync(name, grains, d => d.RerunAsync(request, ct))
        );
        api.MapGet("/accounts/{name}/preflight", PreflightAsync);
        api.MapPost(
            "/accounts/{name}/probe",
            (string name, ConnectBody body, IGrainFactory grains, CancellationToken ct) =>
                AskAsync(name, grains, d => d.ProbeAsync(RequestOf(body), ct))
        );
        api.MapPost(
            "/accounts/{name}/notify/test",
            (string name, NoticeTestBody body, IGrainFactory grains, CancellationToken ct) =>
                AskAsync(name, grains, d => d.TestNoticeAsync(body.Channel, ct))
        );
        api.MapGet("/accounts/{name}/contacts/{contactId}", KeptAsync);
        api.MapPost("/accounts/{name}/contacts/{contactId}/erase", EraseAsync);
        return api;
    }

    private static ConnectRequest RequestOf(ConnectBody body) =>
        new(body.LeverUrl, new SecretText(body.ApiKey), body.ServiceUser, body.Mode, ScanEvery: null);

    private static async Task<IResult> RunsAsync(
        string name,
        UndoQueries undo,
        IGrainFactory grains,
        CancellationToken cancellationToken
    ) =>
        AccountEndpoints.Find(name, grains) is null
            ? AccountEndpoints.NoSuchAccount(name)
            : TypedResults.Ok(await undo.RunsAsync(new AccountKey(name), RunsListed, cancellationToken));

    private static async Task<IResult> PreflightAsync(
        string name,
        IGrainFactory grains,
        CancellationToken cancellationToken
    ) =>
        AccountEndpoints.Find(name, grains) is { } account
            ? TypedResults.Ok(await account.CheckRightsAsync(cancellationToken))
            : AccountEndpoints.NoSuchAccount(name);

    // Whether erasing would erase anything.
    private static async Task<IResult> KeptAsync(
        string name,
        string contactId,
        IGrainFactory grains,
        IMirrorStore mirror,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is null)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var known = await mirror.FindContactsAsync(new AccountKey(name), [contactId], cancellationToken);
        return known.Count > 0 ? TypedResults.NoContent() : NothingKept(name, contactId);
    }

    private static async Task<IResult> EraseAsync(
        string name,
        string contactId,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        if (Find(name, grains) is not { } desk)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        return await desk.EraseContactAsync(contactId, cancellationToken)
            ? TypedResults.NoContent()
            : NothingKept(name, contactId);
    }

    private static ProblemHttpResult NothingKept(string name, string contactId) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: $"Nothing is kept of a contact '{contactId}' in account '{name}'.",
            detail: "'ciivsoft explain OPPORTUNITY' names the contact of an opportunity."
        );

    private static async Task<IResult> AskAsync<T>(
        string name,
        IGrainFactory grains,
        Func<IAccountDeskGrain, Task<T>> ask
    )
    {
        if (Find(name, grains) is not { } desk)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        try
        {
            return TypedResults.Ok(await ask(desk));
        }
        catch (ArgumentException invalid)
        {
            return Refusals.Of(invalid);
        }
        catch (InvalidOperationException notNow) when (notNow is not AccountUnavailableException)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: notNow.Message);
        }
    }

    private static IAccountDeskGrain? Find(string name, IGrainFactory grains) =>
        AccountEndpoints.Find(name, grains) is null
            ? null
            : grains.GetGrain<IAccountDeskGrain>(new AccountKey(name).ToString());
}
