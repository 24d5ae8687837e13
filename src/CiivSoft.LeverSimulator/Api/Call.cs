using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.Keys;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>A request that has found its route and may be carried out.</summary>
internal sealed class Call
{
    private readonly IReadOnlyDictionary<string, string> _arguments;

    /// <exception cref="RefusedException">The acting user or the body is not right.</exception>
    public Call(
        SimulatedWorld world,
        ApiKey key,
        LeverRequest request,
        Route route,
        IReadOnlyDictionary<string, string> arguments
    )
    {
        World = world;
        Key = key;
        _arguments = arguments;
        Query = new QueryValues(request.Query);
        Fields = new FieldSelection(Query);
        Body = new BodyFields(
            route.IsWrite ? request.Body.GetFields(route.Accepts) : RequestBody.Empty.GetFields(BodyKinds.None)
        );
        Files = request.Body.Files;
        UserId = route.IsWrite ? FindUser(route.NeedsUser) : null;
    }

    public SimulatedWorld World { get; }

    public ApiKey Key { get; }

    public QueryValues Query { get; }

    public FieldSelection Fields { get; }

    public BodyFields Body { get; }

    public IReadOnlyList<UploadedFile> Files { get; }

    /// <summary>The user that <c>perform_as</c> names; null when it is not given.</summary>
    public string? UserId { get; }

    /// <summary>What the call changed.</summary>
    public List<Effect> Effects { get; } = [];

    public long Now => World.Clock.Now;

    /// <summary>What a placeholder of the route stands for.</summary>
    public string this[string placeholder] => _arguments[placeholder];

    /// <summary>Notes what was changed; null is nothing.</summary>
    public void Record(Effect? effect)
    {
        if (effect is not null)
        {
            Effects.Add(effect);
        }
    }

    /// <summary>The opportunity of the path.</summary>
    /// <exception cref="RefusedException">There is none, or it is confidential and the key may not see that.</exception>
    public (int Number, Opportunity Opportunity) FindOpportunity()
    {
        lock (World.Gate)
        {
            if (World.FindOpportunity(this["opportunity"]) is not { } number)
            {
                throw RefusedException.NotFound("opportunity was not found");
            }

            var opportunity = World.GetOpportunity(number);
            return opportunity.IsConfidential && !Key.AllowsConfidential
                ? throw RefusedException.Confidential()
                : (number, opportunity);
        }
    }

    public Posting FindPosting(string id)
    {
        var posting = World.Account.FindPosting(id) ?? throw RefusedException.NotFound($"postings {id} was not found");
        return posting.IsConfidential && !Key.AllowsConfidential ? throw RefusedException.Confidential() : posting;
    }

    /// <summary>The <c>confidentiality</c> filter: null for all; the default is what is not confidential.</summary>
    public bool? GetConfidentialityFilter()
    {
        bool? filter = Query.Get("confidentiality") switch
        {
            null or "non-confidential" => false,
            "confidential" => true,
            "all" => null,
            _ => throw RefusedException.BadRequest(
                "confidentiality must be one of: confidential, non-confidential, all"
            ),
        };
        return filter == false || Key.AllowsConfidential ? filter : throw RefusedException.Confidential();
    }

    private string? FindUser(bool isNeeded)
    {
        if (Query.Get("perform_as") is not { Length: > 0 } id)
        {
            return isNeeded ? throw RefusedException.BadRequest("perform_as is required") : null;
        }

        return World.Account.FindUser(id) is { DeactivatedAt: null }
            ? id
            : throw RefusedException.BadRequest("perform_as is not an active user");
    }
}
