using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CiivSoft.Dashboard.Tests.Hosting;

/// <summary>An OpenID Connect provider, as far as the code flow with PKCE asks for one. It lets everybody in as <see cref="Claims"/>.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "ciivsoft-test";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private readonly WebApplication _app;

    private FakeProvider(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public IDictionary<string, object> Claims { get; } = new Dictionary<string, object>();

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime>(new DashboardHost.NoLifetime());
        var provider = new FakeProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        var server = provider._app.Services.GetRequiredService<IServer>();
        provider.Address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private void Map()
    {
        _app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new JsonObject
                    {
                        ["issuer"] = Address,
                        ["authorization_endpoint"] = $"{Address}/authorize",
                        ["token_endpoint"] = $"{Address}/token",
                        ["jwks_uri"] = $"{Address}/keys",
                    }
                )
        );
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)));
        var shown = new JsonObject
        {
            ["kty"] = key.Kty,
            ["n"] = key.N,
            ["e"] = key.E,
            ["kid"] = "k1",
            ["use"] = "sig",
        };
        return Results.Json(new JsonObject { ["keys"] = new JsonArray(shown) });
    }

    private IResult Authorize(HttpRequest request)
    {
        var code = $"code-{_codes.Count}";
        _codes[code] = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString());
        var state = Uri.EscapeDataString(request.Query["state"].ToString());
        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={state}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString());
        var known = _codes.TryRemove(form["code"].ToString(), out var asked);
        if (!known || asked.Challenge != Base64UrlEncoder.Encode(SHA256.HashData(verifier)))
        {
            return Results.BadRequest(new JsonObject { ["error"] = "invalid_grant" });
        }

        var token = new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = ClientId,
                Claims = new Dictionary<string, object>(Claims) { ["nonce"] = asked.Nonce, ["sub"] = "u1" },
                SigningCredentials = new SigningCredentials(
                    new RsaSecurityKey(_rsa) { KeyId = "k1" },
                    SecurityAlgorithms.RsaSha256
                ),
            }
        );
        return Results.Json(
            new JsonObject
            {
                ["access_token"] = "unused",
                ["token_type"] = "Bearer",
                ["id_token"] = token,
            }
        );
    }
}
