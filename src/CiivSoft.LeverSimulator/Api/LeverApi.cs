using CiivSoft.LeverSimulator.Keys;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Lever's API without the network. Checks in this order: key, rate limit, route, right, parameters, existence.</summary>
internal sealed class LeverApi(SimulatedWorld world, KeyRing keys, RouteTable routes)
{
    public RouteTable Routes => routes;

    /// <param name="request">What is asked.</param>
    /// <param name="commit">Called once with the outcome; for a write before anybody else can write, so that the order of calls is the order of effects.</param>
    public Outcome Perform(LeverRequest request, Action<Outcome> commit)
    {
        var key = keys.Authenticate(request.Authorization);
        var found = routes.Find(request.Method, request.Path);
        var outcome = CreateOutcome(Answer.NoContent) with
        {
            KeyId = key?.Id,
            Route = found is { } match ? $"{match.Route.Method} {match.Route.Template}" : null,
        };
        try
        {
            if (key is null)
            {
                throw RefusedException.Unauthorized();
            }

            if (!key.Bucket.TryTake())
            {
                throw RefusedException.TooManyRequests();
            }

            return Handle(request, key, found, outcome, commit);
        }
        catch (RefusedException refusal)
        {
            outcome = outcome with { Answer = Answer.Refusal(refusal) };
            commit(outcome);
            return outcome;
        }
    }

    private Outcome Handle(
        LeverRequest request,
        ApiKey key,
        (Route Route, IReadOnlyDictionary<string, string> Arguments)? found,
        Outcome outcome,
        Action<Outcome> commit
    )
    {
        var (route, arguments) = found ?? throw RefusedException.NotFound("The requested resource was not found");
        if (!key.Permissions.Contains(route.Permission))
        {
            throw RefusedException.Forbidden();
        }

        var call = new Call(world, key, request, route, arguments);
        if (!route.IsWrite)
        {
            return Commit(outcome, call, route.Handle(call), commit);
        }

        lock (world.Gate)
        {
            return Commit(outcome, call, route.Handle(call), commit);
        }
    }

    private Outcome Commit(Outcome outcome, Call call, Answer answer, Action<Outcome> commit)
    {
        var committed = CreateOutcome(answer) with
        {
            KeyId = outcome.KeyId,
            Route = outcome.Route,
            Effects = call.Effects,
        };
        commit(committed);
        return committed;
    }

    private Outcome CreateOutcome(Answer answer) =>
        new()
        {
            Answer = answer,
            CommittedAt = world.Clock.Now,
            CommittedAtReal = world.Clock.RealNow,
        };
}
