using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>A request's body in the form of JSON, whatever form it came in. What is wrong with it is said when it is asked for.</summary>
internal sealed class RequestBody
{
    private const int MaxParts = 1000;
    private readonly string? _problem;
    private readonly BodyKinds _kind;
    private readonly JsonElement _fields;

    private RequestBody(
        BodyKinds kind,
        JsonElement fields,
        string? problem = null,
        IReadOnlyList<UploadedFile>? files = null
    )
    {
        _kind = kind;
        _fields = fields;
        _problem = problem;
        Files = files ?? [];
    }

    public static RequestBody Empty { get; } = new(BodyKinds.None, JsonElement.Parse("{}"));

    public IReadOnlyList<UploadedFile> Files { get; }

    /// <summary>The fields without files, for the history; null when there are none or they cannot be read.</summary>
    public JsonElement? Recorded => _kind == BodyKinds.None || _problem is not null ? null : _fields;

    public static async ValueTask<RequestBody> ReadAsync(
        string? contentType,
        byte[] bytes,
        CancellationToken cancellationToken
    )
    {
        if (bytes.Length == 0)
        {
            return Empty;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return ReadJson(bytes);
        }

        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return ReadUrlEncoded(bytes);
        }

        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadMultipartAsync(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), bytes, cancellationToken)
            : ReadJson(bytes);
    }

    /// <exception cref="RefusedException">It is malformed, no object, or of a kind that the call does not take.</exception>
    public JsonElement GetFields(BodyKinds accepted)
    {
        if (_kind != BodyKinds.None && !accepted.HasFlag(_kind))
        {
            throw RefusedException.BadRequest("Content-Type must be application/json");
        }

        return _problem is null ? _fields : throw RefusedException.BadRequest(_problem);
    }

    private static RequestBody ReadJson(byte[] bytes)
    {
        try
        {
            var root = JsonElement.Parse(bytes);
            return root.ValueKind == JsonValueKind.Object && IsUnicode(bytes, root)
                ? new RequestBody(BodyKinds.Json, root)
                : Broken(BodyKinds.Json, "Request body must be a JSON object in valid Unicode");
        }
        catch (JsonException)
        {
            return Broken(BodyKinds.Json, "Request body is not valid JSON");
        }
    }

    // The parser lets bytes pass that are no UTF-8 and halves of surrogate pairs; reading such a text would throw.
    private static bool IsUnicode(byte[] bytes, JsonElement root)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return false;
        }

        var mayHaveSurrogates = bytes.AsSpan().IndexOf("\\ud"u8) >= 0 || bytes.AsSpan().IndexOf("\\uD"u8) >= 0;
        try
        {
            return !mayHaveSurrogates
                || JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(root.GetRawText())).Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static RequestBody ReadUrlEncoded(byte[] bytes)
    {
        var form = new FormFields();
        foreach (var pair in new QueryStringEnumerable(System.Text.Encoding.UTF8.GetString(bytes)))
        {
            form.Add(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
        }

        return new RequestBody(BodyKinds.UrlEncoded, form.ToJson());
    }

    private static async ValueTask<RequestBody> ReadMultipartAsync(
        string boundary,
        byte[] bytes,
        CancellationToken cancellationToken
    )
    {
        if (boundary.Length is 0 or > 200)
        {
            return Broken(BodyKinds.Multipart, "The multipart body has no boundary");
        }

        var form = new FormFields();
        var files = new List<UploadedFile>();
        using var stream = new MemoryStream(bytes, writable: false);
        var reader = new MultipartReader(boundary, stream) { BodyLengthLimit = null };
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                if (parts == MaxParts)
                {
                    return Broken(BodyKinds.Multipart, "The multipart body has too many parts");
                }

                await ReadPartAsync(section, form, files, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return Broken(BodyKinds.Multipart, "The multipart body is malformed");
        }

        return new RequestBody(BodyKinds.Multipart, form.ToJson(), problem: null, files);
    }

    private static async Task ReadPartAsync(
        MultipartSection section,
        FormFields form,
        List<UploadedFile> files,
        CancellationToken cancellationToken
    )
    {
        if (section.GetContentDispositionHeader() is not { } disposition)
        {
            return;
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellationToken);
        if (disposition.IsFileDisposition())
        {
            var star = HeaderUtilities.RemoveQuotes(disposition.FileNameStar).ToString();
            var plain = HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();
            var fileName = Path.GetFileName((star.Length > 0 ? star : plain).Replace('\\', '/'));
            files.Add(new UploadedFile(name.Split('[')[0], fileName, content.ToArray()));
        }
        else
        {
            form.Add(name, System.Text.Encoding.UTF8.GetString(content.ToArray()));
        }
    }

    private static RequestBody Broken(BodyKinds kind, string problem) => new(kind, default, problem);
}
