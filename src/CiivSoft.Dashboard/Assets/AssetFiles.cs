using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Assets;

/// <summary>
/// The few files that browsers load, out of the assembly. An address carries the hash of what it serves, so that browsers keep
/// it for ever and never have an old one.
/// </summary>
internal static class AssetFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, AssetFile> Files = Load();

    /// <summary>The address of a file, for example <c>/assets/app.css?v=…</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string Url(string name) => $"/{Prefix}{name}?v={Files[name].Hash}";

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"/{Prefix}{{name}}", Serve).AllowAnonymous();

    private static IResult Serve(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (takesBrotli)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        return TypedResults.Bytes(takesBrotli ? file.Compressed : file.Bytes, file.ContentType);
    }

    private static FrozenDictionary<string, AssetFile> Load()
    {
        var assembly = typeof(AssetFiles).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                n => n[Prefix.Length..],
                n => AssetFile.Read(assembly.GetManifestResourceStream(n)!, n)
            );
    }

    private sealed record AssetFile(byte[] Bytes, byte[] Compressed, string ContentType, string Hash)
    {
        public static AssetFile Read(Stream stream, string name)
        {
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var bytes = memory.ToArray();
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
            {
                brotli.Write(bytes);
            }

            return new AssetFile(
                bytes,
                compressed.ToArray(),
                ContentTypeOf(name),
                Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))
            );
        }

        private static string ContentTypeOf(string name) =>
            Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                var other => throw new InvalidOperationException($"There is no content type for {other}."),
            };
    }
}
