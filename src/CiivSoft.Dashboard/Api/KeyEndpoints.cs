using CiivSoft.Storage;
using CiivSoft.Storage.Encryption;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>The admin API for encryption keys: numbers and counts, never a key.</summary>
internal static class KeyEndpoints
{
    public static RouteGroupBuilder MapKeys(this RouteGroupBuilder api)
    {
        api.MapGet("/keys", async (EncryptionKeys keys, CancellationToken ct) => await keys.ListAsync(ct));
        api.MapPost("/keys", (EncryptionKeys keys) => AnswerAsync(() => Task.FromResult(new { Id = keys.Add() })));
        api.MapPost(
            "/keys/{id:int}/use",
            (int id, EncryptionKeys keys, CancellationToken ct) =>
                AnswerAsync(async () =>
                {
                    await keys.UseAsync(id, ct);
                    return new { Id = id };
                })
        );
        api.MapDelete(
            "/keys/{id:int}",
            (int id, EncryptionKeys keys, CancellationToken ct) =>
                AnswerAsync(async () =>
                {
                    await keys.RemoveAsync(id, ct);
                    return new { Id = id };
                })
        );
        return api;
    }

    private static async Task<IResult> AnswerAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return TypedResults.Ok(await act());
        }
        catch (StorageException refused) when (!refused.IsTransient)
        {
            return TypedResults.Problem(title: refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
