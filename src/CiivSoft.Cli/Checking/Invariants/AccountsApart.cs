using System.Text.RegularExpressions;
using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>
/// I7: no id of another account is sent under this account's key or kept in its rows. An id is another's when this Lever
/// neither has nor ever had it.
/// </summary>
internal static partial class AccountsApart
{
    public const string Id = "I7";

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var known = Known(recording);
        return [.. Sent(recording, known), .. Kept(recording, known)];
    }

    private static IEnumerable<Breach> Sent(Recording recording, HashSet<string> known) =>
        recording
            .OurRequests.SelectMany(request =>
                SentIds(request).Distinct(StringComparer.Ordinal).Select(id => (request, id))
            )
            .Where(sent => !known.Contains(sent.id))
            .GroupBy(sent => sent.id, sent => sent.request, StringComparer.Ordinal)
            .Select(foreign =>
                new Breach(
                    Id,
                    "foreign-id-sent",
                    $"An id that this Lever account never had was sent under its key ({foreign.First().Route}).",
                    foreign.Key
                ).At([.. foreign.Take(20).Select(e => e.Seq)])
            );

    private static IEnumerable<Breach> Kept(Recording recording, HashSet<string> known) =>
        recording
            .Tables.Effects.Where(e => e.PlannedAt.ToUnixTimeMilliseconds() <= recording.World.Now)
            .SelectMany(e =>
                new[] { e.ContactId, e.PostingId, e.OpportunityId }.Select(id => (Row: "effect " + e.EffectId, Id: id))
            )
            .Concat(
                recording
                    .Tables.Decisions.Where(d => d.DecidedAt.ToUnixTimeMilliseconds() <= recording.World.Now)
                    .SelectMany(d =>
                        new[] { d.ContactId, d.PostingId, d.OpportunityId }.Select(id =>
                            (Row: "decision " + d.DecisionId, Id: id)
                        )
                    )
            )
            .Where(kept => kept.Id is { Length: > 0 } id && !known.Contains(id))
            .GroupBy(kept => kept.Id!, kept => kept.Row, StringComparer.Ordinal)
            .Select(foreign => new Breach(
                Id,
                "foreign-id-kept",
                "A row of the account names an id that its Lever never had.",
                [foreign.Key, .. foreign.Distinct(StringComparer.Ordinal).Take(5)],
                []
            ));

    // Résumés and files are named in the path after their opportunity, which vouches for them.
    private static IEnumerable<string> SentIds(LeverEvent request)
    {
        if (
            request.Segments is ["opportunities" or "postings" or "contacts" or "candidates", var id, ..]
            && LooksLikeId(id)
        )
        {
            yield return id;
        }

        foreach (Match match in QueryId().Matches(request.Query ?? ""))
        {
            yield return match.Groups["id"].Value;
        }

        foreach (var name in new[] { "contact", "stage" })
        {
            if (request.BodyText(name) is { } text && LooksLikeId(text))
            {
                yield return text;
            }
        }

        foreach (var posting in request.BodyTexts("postings"))
        {
            yield return posting;
        }
    }

    private static HashSet<string> Known(Recording recording)
    {
        var world = recording.World;
        var known = new HashSet<string>(StringComparer.Ordinal);
        known.UnionWith(world.Opportunities.Select(o => o.Id));
        known.UnionWith(world.Deleted);
        known.UnionWith(world.Contacts);
        known.UnionWith(world.Opportunities.Select(o => o.Contact));
        known.UnionWith(world.Postings.Select(p => p.Id));
        known.UnionWith(world.Stages.Select(s => s.Id));
        known.UnionWith(world.Users);
        known.UnionWith(recording.Events.SelectMany(e => e.Effects).SelectMany(c => c.Ids));
        return known;
    }

    private static bool LooksLikeId(string text) => Guid.TryParseExact(text, "D", out _);

    [GeneratedRegex(
        "[?&](?:contact_id|posting_id|stage_id|perform_as)=(?<id>[^&]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex QueryId();
}
