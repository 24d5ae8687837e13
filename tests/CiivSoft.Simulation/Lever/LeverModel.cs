using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Lever;

/// <summary>
/// One Lever account in memory: what the product uses of Lever's API and what recruiters do, in their order. It is the
/// truth that the product is judged by.
/// </summary>
internal sealed class LeverModel(SimulatedWorld world, string name)
{
    public const string NewApplicant = "applicant-new";
    public const string NewLead = "lead-new";
    public const string HiredReason = "hired-reason";
    public const string OptOut = "CiiVSOFT opt-out";

    private readonly Dictionary<(string Contact, string Posting), long> _unleadableSince = [];
    private int _ids;

    public string Name => name;

    public string Key { get; set; } = $"key-canary-{name}-1";

    public string ServiceUser => $"{name}-service";

    public string ScreenedId => $"{name}-screened";

    public List<ModelStage> Stages { get; } =
    [
        new(NewLead, "New lead"),
        new(NewApplicant, "New applicant"),
        new($"{name}-screened", "CiiVSOFT SCREENED"),
        new($"{name}-phone", "Phone screen"),
        new("offer", "Offer"),
    ];

    public HashSet<string> MissingRights { get; } = new(StringComparer.Ordinal);

    public bool AcceptsKey { get; set; } = true;

    public SortedDictionary<string, ModelPosting> Postings { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ModelContact> Contacts { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ModelOpportunity> Opportunities { get; } = new(StringComparer.Ordinal);

    public long NowMs => (world.Start + world.Timeline.Elapsed).ToUnixTimeMilliseconds();

    public string NewId(string kind) => $"{name}-{kind}{++_ids}";

    /// <summary>Since when nobody may make the person a lead of the posting; null while somebody may.</summary>
    public long? UnleadableSince(string contact, string posting) =>
        _unleadableSince.TryGetValue((contact, posting), out var since) ? since : null;

    public IEnumerable<ModelOpportunity> Of(string contact) =>
        Opportunities.Values.Where(o => o.ContactId == contact && o.DeletedMs is null);

    /// <summary>After an act of a person: when it happened, when lists show it, and what it forbids.</summary>
    public void Changed(ModelOpportunity opportunity)
    {
        opportunity.UpdatedMs = NowMs;
        opportunity.ListedAt = world.Timeline.Now + world.Faults.ListLag().Ticks;
        Review();
    }

    public void Changed(ModelPosting posting)
    {
        posting.UpdatedMs = NowMs;
        posting.ListedAt = world.Timeline.Now + world.Faults.ListLag().Ticks;
        Review();
    }

    /// <summary>Keeps since when each move and lead is forbidden.</summary>
    public void Review()
    {
        var now = world.Timeline.Now;
        foreach (var opportunity in Opportunities.Values)
        {
            opportunity.UnmovableSince = MayBeMoved(opportunity) ? null : opportunity.UnmovableSince ?? now;
        }

        foreach (var contact in Contacts.Keys)
        {
            foreach (var posting in Postings.Values)
            {
                if (MayBeLead(contact, posting))
                {
                    _unleadableSince.Remove((contact, posting.Id));
                }
                else
                {
                    _unleadableSince.TryAdd((contact, posting.Id), now);
                }
            }
        }
    }

    /// <summary>A person's opportunities in a few words, for a violation.</summary>
    public string Describe(string contact) =>
        string.Join(
            "; ",
            Of(contact).Select(o => $"{o.Id} {o.StageId} {o.PostingId} {o.ArchiveReason} {string.Join(',', o.Tags)}")
        );

    private bool MayBeMoved(ModelOpportunity opportunity) =>
        opportunity is { IsActive: true, IsAnonymized: false }
        && opportunity.StageId == NewApplicant
        && opportunity.PostingId is { } posting
        && Postings[posting].IsOpen
        && !opportunity.Tags.Contains(OptOut);

    private bool MayBeLead(string contact, ModelPosting posting)
    {
        var all = Of(contact).ToList();
        return posting.IsOpen
            && all.Count > 0
            && !all.Exists(o => o.IsAnonymized || o.Tags.Contains(OptOut) || IsHired(o) || IsInLaterStage(o))
            && !all.Exists(o => o.PostingId == posting.Id && !o.IsOurs);
    }

    private static bool IsHired(ModelOpportunity opportunity) =>
        opportunity is { ArchivedMs: not null, ArchiveReason: HiredReason };

    private bool IsInLaterStage(ModelOpportunity opportunity) =>
        opportunity.IsActive && (opportunity.StageId == "offer" || opportunity.StageId == $"{name}-phone");
}
