using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Faults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>Puts answers on the wire.</summary>
internal static class AnswerSender
{
    private const int MaxKeptBytes = 1 << 20;

    // Letters of all scripts and plus signs stand as they are, as with Lever; nothing of it is HTML.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Buffers = [];
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <param name="response">Where to.</param>
    /// <param name="answer">What.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="cancellationToken">The client is gone.</param>
    public static async Task SendAsync(
        HttpResponse response,
        Answer answer,
        Fault? fault,
        CancellationToken cancellationToken
    )
    {
        response.StatusCode = answer.Status;
        if (answer.File is { } file)
        {
            var bytes = file.Content.GetBytes();
            response.ContentType = ContentTypes.TryGetContentType(file.Name, out var type)
                ? type
                : "application/octet-stream";
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
            {
                FileNameStar = file.Name,
                FileName = ToAscii(file.Name),
            }.ToString();
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, cancellationToken);
        }
        else if (answer.WriteJson is { } write)
        {
            await SendJsonAsync(response, write, fault, cancellationToken);
        }
    }

    private static async Task SendJsonAsync(
        HttpResponse response,
        Action<Utf8JsonWriter> write,
        Fault? fault,
        CancellationToken cancellationToken
    )
    {
        var buffer = Buffers.TryTake(out var kept) ? kept : new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(json);
        }

        var bytes = fault is null ? buffer.WrittenMemory : SpoiltJson.Spoil(buffer.WrittenMemory, fault);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellationToken);
        if (buffer.Capacity <= MaxKeptBytes)
        {
            buffer.ResetWrittenCount();
            Buffers.Add(buffer);
        }
    }

    private static string ToAscii(string name) =>
        string.Concat(name.Select(letter => letter is >= ' ' and <= '~' and not '"' and not '\\' ? letter : '_'));
}
