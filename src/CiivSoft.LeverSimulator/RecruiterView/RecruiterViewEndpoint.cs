using System.Globalization;
using System.Text;
using CiivSoft.LeverSimulator.World;
using Microsoft.Net.Http.Headers;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>A recruiter's pages: what remains of the addresses when <c>/v1</c> and <c>/_sim</c> are taken. They only read.</summary>
internal sealed class RecruiterViewEndpoint(SimulatedWorld world)
{
    private const string AssetRoot = "CiivSoft.LeverSimulator.RecruiterView.Assets.";

    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private readonly PostingsPage _postings = new(world);
    private readonly PipelinePage _pipeline = new(world);
    private readonly CandidatePage _candidate = new(world);

    public Task HandleAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path switch
        {
            [] => SendPageAsync(context, RenderPostings(context.Request.Query)),
            ["postings", var id] => SendPageAsync(context, RenderPosting(id)),
            ["candidates", var id] => SendPageAsync(context, RenderCandidate(id)),
            ["candidates", var id, "resumes", var resume] => SendResumeAsync(context, id, resume),
            ["assets", var name] => SendAssetAsync(context, name),
            _ => SendPageAsync(context, null),
        };
    }

    private string RenderPostings(IQueryCollection query)
    {
        var state = query["state"].FirstOrDefault();
        var isKnown = state is not null && PostingStates.All.Contains(state, StringComparer.Ordinal);
        _ = int.TryParse(query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        return _postings.Render(isKnown ? state : null, Math.Min(page, 100_000));
    }

    private string? RenderPosting(string id) =>
        world.Account.FindPosting(id) is { } posting ? _pipeline.Render(posting) : null;

    private string? RenderCandidate(string id)
    {
        // Held from the look-up on, so that nobody deletes the opportunity in between.
        lock (world.Gate)
        {
            return world.FindOpportunity(id) is { } number ? _candidate.Render(number) : null;
        }
    }

    private static async Task SendPageAsync(HttpContext context, string? page)
    {
        context.Response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        var text =
            page
            ?? Page.Frame(
                "Not found",
                Page.Crumb("Postings", "/"),
                Html.Of(
                    $"<div class=\"head\"><h1>There is no such page</h1><p class=\"sub\">It may have been deleted.</p></div>"
                )
            );
        await SendAsync(context, Encoding.UTF8.GetBytes(text));
    }

    private Task SendResumeAsync(HttpContext context, string opportunityId, string resumeId)
    {
        var file = FindFile(opportunityId, resumeId);
        if (file is null)
        {
            return SendPageAsync(context, null);
        }

        // Nothing but a PDF is shown in the page: a file that says it is a page of the web must not become one.
        var isPdf = string.Equals(file.Extension, "pdf", StringComparison.Ordinal);
        var isInline = isPdf && context.Request.Query.ContainsKey("inline");
        context.Response.ContentType = isPdf ? "application/pdf" : "application/octet-stream";
        var disposition = new ContentDispositionHeaderValue(isInline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return SendAsync(context, file.Content.GetBytes());
    }

    private StoredFile? FindFile(string opportunityId, string resumeId)
    {
        lock (world.Gate)
        {
            return world.FindOpportunity(opportunityId) is { } number
                ? world
                    .GetDocuments(number, world.GetOpportunity(number))
                    .Resumes.FirstOrDefault(resume => string.Equals(resume.Id, resumeId, StringComparison.Ordinal))
                    ?.File
                : null;
        }
    }

    private static async Task SendAssetAsync(HttpContext context, string name)
    {
        await using var asset = typeof(RecruiterViewEndpoint).Assembly.GetManifestResourceStream(AssetRoot + name);
        if (asset is null)
        {
            await SendPageAsync(context, null);
            return;
        }

        context.Response.ContentType = name.EndsWith(".css", StringComparison.Ordinal)
            ? "text/css; charset=utf-8"
            : "text/javascript; charset=utf-8";
        using var bytes = new MemoryStream();
        await asset.CopyToAsync(bytes, context.RequestAborted);
        await SendAsync(context, bytes.ToArray());
    }

    private static async Task SendAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
