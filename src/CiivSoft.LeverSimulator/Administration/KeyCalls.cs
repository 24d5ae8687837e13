using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.Keys;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>Makes, revokes, restores and changes keys. Secrets are never answered.</summary>
internal sealed class KeyCalls(Simulator simulator)
{
    public Answer List() => AnswerKeys(simulator.Keys.GetAll());

    /// <summary>Every right that an endpoint asks for.</summary>
    public Answer ListPermissions()
    {
        var names = simulator.Api.Routes.Permissions.Order(StringComparer.Ordinal).ToList();
        return Answer.Data(json => json.WriteTexts(names));
    }

    public Answer Change(BodyFields body) =>
        body.GetText("action") switch
        {
            null or "create" => Create(body),
            "revoke" => Change(body, key => key with { IsRevoked = true }),
            "restore" => Change(body, key => key with { IsRevoked = false }),
            "rights" => Change(body, CreateRightsChange(body)),
            _ => throw body.Refuse("action must be one of: create, revoke, restore, rights", "action"),
        };

    private Answer Create(BodyFields body)
    {
        var permissions = ReadPermissions(body) ?? throw body.Refuse("profile or permissions is required", "profile");
        var key = simulator.Keys.Put(
            body.RequireText("key"),
            permissions,
            body.GetFlag("confidential") ?? false,
            body.GetNumber("rate")
        );
        return AnswerKeys([key]);
    }

    private Answer Change(BodyFields body, Func<ApiKey, ApiKey> change) =>
        simulator.Keys.Change(body.RequireText("key"), change) is { } key
            ? AnswerKeys([key])
            : throw RefusedException.NotFound("There is no such key");

    private Func<ApiKey, ApiKey> CreateRightsChange(BodyFields body)
    {
        var permissions = ReadPermissions(body);
        var (added, removed) = (CheckNames(body, "add"), CheckNames(body, "remove"));
        var confidential = body.GetFlag("confidential");
        return key =>
            key with
            {
                Permissions = (permissions ?? key.Permissions).Union(added).Except(removed),
                AllowsConfidential = confidential ?? key.AllowsConfidential,
            };
    }

    private ImmutableHashSet<string>? ReadPermissions(BodyFields body)
    {
        if (body.GetText("profile") is { } profile)
        {
            return KeyProfiles.Find(profile, simulator.Api.Routes.Permissions)
                ?? throw body.Refuse("There is no such profile", "profile");
        }

        return body.Has("permissions")
            ? CheckNames(body, "permissions").ToImmutableHashSet(StringComparer.Ordinal)
            : null;
    }

    private ImmutableArray<string> CheckNames(BodyFields body, string field)
    {
        var names = body.GetTexts(field);
        return names.Except(simulator.Api.Routes.Permissions).FirstOrDefault() is { } unknown
            ? throw body.Refuse($"There is no right named {unknown}", field)
            : names;
    }

    private static Answer AnswerKeys(IReadOnlyList<ApiKey> keys) =>
        Answer.Data(json =>
            json.WriteItems(
                keys,
                static (json, key) =>
                {
                    json.WriteStartObject();
                    json.WriteString("id", key.Id);
                    json.WriteBoolean("revoked", key.IsRevoked);
                    json.WriteBoolean("confidential", key.AllowsConfidential);
                    json.WritePropertyName("permissions");
                    json.WriteTexts(key.Permissions.Order(StringComparer.Ordinal));
                    json.WriteEndObject();
                }
            )
        );
}
