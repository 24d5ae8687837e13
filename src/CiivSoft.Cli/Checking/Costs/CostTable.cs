using CiivSoft.Abstractions;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Costs;

/// <summary>
/// Calls to Lever by kind of event, as far as they can be told from each other in a history: calls that name the
/// opportunity, the person or the lead; a posting's reads shared by the writes on it. The lists of scans
/// that found nothing are a row of their own.
/// </summary>
internal static class CostTable
{
    public const string Match = "FiiLTER match";
    public const string NoMatch = "FiiLTER no match, REFiiNE none";
    public const string Lead = "FiiLTER no match, REFiiNE lead";
    public const string Posting = "ARKiiVE, one new posting";
    public const string Scan = "scan that found nothing";

    public static IReadOnlyList<CostRow> Measure(Recording recording)
    {
        var calls = new CallIndex(recording);
        var decisions = recording.Tables.Decisions.Where(d => !d.IsShadow).ToList();
        var effects = recording.Tables.Effects.ToLookup(e => e.DecisionId, StringComparer.Ordinal);
        return
        [
            CostRow.Of(
                Match,
                [
                    .. Of(decisions, Solution.Fiilter, "match")
                        .Select(d => calls.OfOpportunity(d) + calls.PostingShare(d)),
                ],
                6
            ),
            CostRow.Of(NoMatch, [.. Of(decisions, Solution.Refiine, "none").Select(calls.OfOpportunity)], 3),
            CostRow.Of(
                Lead,
                [
                    .. Of(decisions, Solution.Refiine, "lead")
                        .Select(d => calls.OfOpportunity(d) + calls.OfLead(d, effects[d.DecisionId])),
                ],
                7
            ),
            CostRow.Of(
                Posting,
                [
                    .. Of(decisions, Solution.Arkiive, "lead")
                        .GroupBy(d => d.PostingId, StringComparer.Ordinal)
                        .Select(g => g.Sum(d => calls.OfLead(d, effects[d.DecisionId]))),
                ],
                22
            ),
            CostRow.Of(Scan, calls.Scans(), 4),
        ];
    }

    private static IEnumerable<DecisionRow> Of(IEnumerable<DecisionRow> decisions, Solution solution, string verdict) =>
        decisions.Where(d => d.Solution == solution && d.Verdict == verdict);

    /// <summary>Our requests by what they name.</summary>
    private sealed class CallIndex
    {
        private const string PostingRead = "GET /postings/:posting";

        private readonly Dictionary<string, int> _opportunities;
        private readonly Dictionary<string, double> _contacts;
        private readonly Dictionary<(string, string), int> _leads;
        private readonly Dictionary<string, double> _postingShares;
        private readonly Recording _recording;

        public CallIndex(Recording recording)
        {
            _recording = recording;
            var requests = recording.OurRequests;
            _opportunities = Count(
                requests.Where(e => e.Segments is ["opportunities", not "deleted", ..]).Select(e => e.Segments[1])
            );
            _contacts = requests
                .Select(ContactsOf)
                .SelectMany(ids => ids.Select(id => (Id: id, Share: 1.0 / ids.Count)))
                .GroupBy(c => c.Id, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(c => c.Share), StringComparer.Ordinal);
            _leads = Count(
                requests
                    .Where(e => e.Route == "POST /opportunities")
                    .Select(e => (e.BodyText("contact") ?? "", e.BodyPosting ?? ""))
            );
            var reads = Count(requests.Where(e => e.Route == PostingRead).Select(e => e.Segments[1]));
            var writes = recording
                .Tables.Effects.Where(e =>
                    e is { Kind: EffectKind.Move or EffectKind.Lead, PostingId: not null, Attempts: > 0 }
                )
                .CountBy(e => e.PostingId!, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal);
            _postingShares = writes.ToDictionary(
                w => w.Key,
                w => reads.GetValueOrDefault(w.Key) / (double)w.Value,
                StringComparer.Ordinal
            );
        }

        /// <summary>Calls that name the application's opportunity, the line about a lead elsewhere too.</summary>
        public double OfOpportunity(DecisionRow decision) =>
            decision.OpportunityId is { } id ? _opportunities.GetValueOrDefault(id) : 0;

        public double PostingShare(DecisionRow decision) =>
            decision.PostingId is { } id ? _postingShares.GetValueOrDefault(id) : 0;

        /// <summary>Reading the person, making the lead, its note, and the share of the posting's reads.</summary>
        public double OfLead(DecisionRow decision, IEnumerable<EffectRow> effects)
        {
            var lead = effects.FirstOrDefault(e => e.Kind == EffectKind.Lead);
            if (lead is not { Attempts: > 0 })
            {
                return 0;
            }

            var leadsOfPerson = _recording.Tables.Effects.Count(e =>
                e is { Kind: EffectKind.Lead, Attempts: > 0 } && e.ContactId == lead.ContactId
            );
            return (_contacts.GetValueOrDefault(lead.ContactId) / leadsOfPerson)
                + _leads.GetValueOrDefault((lead.ContactId, lead.Target))
                + (lead.ResultId is { } made ? _opportunities.GetValueOrDefault(made) : 0)
                + PostingShare(decision);
        }

        /// <summary>A scan found nothing when its lists are all that was asked for until the next one began.</summary>
        public List<double> Scans()
        {
            var quiet = new List<double>();
            var (lists, isQuiet) = (0, false);
            foreach (var request in _recording.OurRequests)
            {
                if (request.Route == "GET /stages")
                {
                    quiet.AddRange(isQuiet ? [lists] : []);
                    (lists, isQuiet) = (0, true);
                }

                lists++;
                isQuiet &= IsList(request);
            }

            quiet.AddRange(isQuiet ? [lists] : []);
            return quiet;
        }

        private static bool IsList(LeverEvent request) =>
            request.Route is "GET /stages" or "GET /postings" or "GET /opportunities/deleted"
            || (
                request.Route == "GET /opportunities"
                && request.Query?.Contains("updated_at_start", StringComparison.Ordinal) == true
            );

        // People who are about to become leads of one posting are read together.
        private static List<string> ContactsOf(LeverEvent request) =>
            request.Route == "GET /opportunities" && request.Query is { } query
                ?
                [
                    .. query
                        .TrimStart('?')
                        .Split('&')
                        .Where(p => p.StartsWith("contact_id=", StringComparison.Ordinal))
                        .Select(p => p["contact_id=".Length..]),
                ]
                : [];

        private static Dictionary<T, int> Count<T>(IEnumerable<T> items)
            where T : notnull => items.CountBy(item => item).ToDictionary();
    }
}
