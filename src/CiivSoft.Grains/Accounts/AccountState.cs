using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Accounts;

/// <summary>What an account remembers from scan to scan. Changes are methods without clocks, awaits or grains.</summary>
[GenerateSerializer]
[Alias("ciivsoft.AccountState")]
internal sealed partial record AccountState
{
    [Id(0)]
    public ConnectionStatus Connection { get; init; }

    [Id(1)]
    public AccountMode Mode { get; init; }

    [Id(2)]
    public ImmutableArray<PauseScope> Pauses { get; init; } = [];

    [Id(3)]
    public AccountSettings Settings { get; init; } = new();

    [Id(4)]
    public ScanCursors Cursors { get; init; } = new();

    [Id(5)]
    public SyncState Sync { get; init; } = new();

    [Id(6)]
    public ScanSummary? LastScan { get; init; }

    [Id(7)]
    public ImmutableSortedDictionary<string, Finding> Findings { get; init; } =
        ImmutableSortedDictionary<string, Finding>.Empty;

    /// <summary>Stages of the pipeline as last read; writes need them before the first scan of a new activation.</summary>
    [Id(8)]
    public ImmutableArray<StageInfo> Stages { get; init; } = [];

    /// <summary>Rights, by their name in Lever's dialog, that Lever refused when they were last used.</summary>
    [Id(9)]
    public ImmutableSortedSet<string> MissingRights { get; init; } = [];

    [Id(10)]
    public KeyTrouble? Trouble { get; init; }

    /// <summary>Raised with every change of a posting, so that silos know when their copies are old.</summary>
    [Id(11)]
    public long PostingsVersion { get; init; }

    /// <summary>The archive reason that means hired, where the key may read archive reasons; null else.</summary>
    [Id(12)]
    public string? HiredReasonId { get; init; }

    /// <summary>
    /// Postings found open whose waiting applications were not all looked at yet. Stored before the postings are known as
    /// open, so that neither a crash nor a failed read leaves somebody out.
    /// </summary>
    [Id(13)]
    public ImmutableSortedSet<string> Opening { get; init; } = [];

    /// <summary>Null until the newest of what is in Lever was looked through for marks that are not of this database.</summary>
    [Id(14)]
    public ForeignMarks? Foreign { get; init; }

    /// <summary>Rights, by their name in Lever's dialog, that worked when this key used them last.</summary>
    [Id(20)]
    public ImmutableSortedSet<string> ProvenRights { get; init; } = [];

    /// <summary>
    /// When the next scan is due, as of the last one that was complete and stored (<see cref="AccountGrain"/> stores long ones),
    /// so that an activation that takes over does not make it again; null for at once.
    /// </summary>
    [Id(21)]
    public DateTimeOffset? ScanDueAt { get; init; }

    /// <summary>
    /// Whether writing waits: for the first look at what is in Lever already, or because another writer seems to be at work.
    /// </summary>
    public bool RestsAt(DateTimeOffset now) => Foreign is { } foreign ? foreign.RestsAt(now) : !Sync.IsComplete;

    /// <summary>The configured reason before the one that was read.</summary>
    public string? EffectiveHiredReason => Settings.HiredReasonId ?? HiredReasonId;

    public AccountState Report(Finding finding) =>
        Findings.TryGetValue(finding.Code, out var known) && known.Message == finding.Message
            ? this
            : this with
            {
                Findings = Findings.SetItem(finding.Code, finding),
            };

    public AccountState Clear(string code) =>
        Findings.ContainsKey(code) ? this with { Findings = Findings.Remove(code) } : this;

    public AccountState Pause(PauseScope scope) =>
        Pauses.Contains(scope) ? this : this with { Pauses = Pauses.Add(scope) };

    public AccountState Resume(PauseScope scope) =>
        Pauses.Contains(scope) ? this with { Pauses = Pauses.Remove(scope) } : this;

    public AccountState Lacks(string right) =>
        MissingRights.Contains(right) ? this : this with { MissingRights = MissingRights.Add(right) };

    public AccountState Proves(IEnumerable<string> rights)
    {
        var next = ProvenRights.Union(rights);
        return next.Count == ProvenRights.Count ? this : this with { ProvenRights = next };
    }

    public AccountState Has(string right) =>
        MissingRights.Contains(right) ? this with { MissingRights = MissingRights.Remove(right) } : this;

    /// <summary>Takes over the stages; equal ones change nothing, so that a quiet scan need not be saved.</summary>
    public AccountState WithStages(ImmutableArray<StageInfo> stages) =>
        Stages.SequenceEqual(stages) ? this : this with { Stages = stages };

    /// <summary>
    /// Moves the cursors to what was seen; they never go back, and never beyond the moment when the scan began, by our own clock:
    /// neither may one record dated in the future hide what changes until then, nor one that changed late in a long scan hide
    /// what changed earlier on pages that had been read.
    /// </summary>
    public AccountState Scanned(long? postingsMs, long? opportunitiesMs, long? deletedMs, DateTimeOffset startedAt)
    {
        var cursors = new ScanCursors
        {
            PostingsMs = ScanCursors.Advance(Cursors.PostingsMs, postingsMs, startedAt),
            OpportunitiesMs = ScanCursors.Advance(Cursors.OpportunitiesMs, opportunitiesMs, startedAt),
            DeletedMs = ScanCursors.Advance(Cursors.DeletedMs, deletedMs, startedAt),
        };
        return cursors == Cursors ? this : this with { Cursors = cursors };
    }

    /// <summary>
    /// Takes over settings. Confidential records that take part from now on were passed over until now: all of Lever is listed once
    /// more, and confidential postings that are open open for us. Where they take no part, nobody lacks the access to them.
    /// </summary>
    public AccountState WithSettings(AccountSettings settings) =>
        settings.IncludeConfidential && !Settings.IncludeConfidential
            ? this with
            {
                Settings = settings,
                Cursors = new ScanCursors { PostingsMs = Cursors.PostingsMs is null ? null : 0 },
                Sync = new SyncState { WereRunsRepeated = Sync.WereRunsRepeated },
            }
        : settings.IncludeConfidential ? this with { Settings = settings }
        : (this with { Settings = settings })
            .Has(LeverRoute.ConfidentialAccess)
            .Clear(AccountFindings.RightMissing + LeverRoute.ConfidentialAccess);

    /// <summary>A scan is complete.</summary>
    public AccountState ScannedAt(ScanSummary scan, DateTimeOffset nextDueAt) =>
        this with
        {
            LastScan = scan,
            ScanDueAt = nextDueAt,
        };

    /// <summary>A scan is wanted before it is due; the wish must outlive the silo.</summary>
    public AccountState WantsScan() => ScanDueAt is null ? this : this with { ScanDueAt = null };

    /// <summary>When an activation that begins now scans first. What a clock that was ahead left behind counts for nothing.</summary>
    public DateTimeOffset FirstScanAt(DateTimeOffset now) =>
        ScanDueAt is { } due && Opening.IsEmpty && due <= now + Settings.ScanEvery ? due : now;

    public AccountState Opens(IEnumerable<string> postingIds)
    {
        var next = Opening.Union(postingIds);
        return next.Count == Opening.Count ? this : this with { Opening = next };
    }

    /// <summary>Their waiting applications are queued, or were decided before.</summary>
    public AccountState Opened(IEnumerable<string> postingIds)
    {
        var next = Opening.Except(postingIds);
        return next.Count == Opening.Count ? this : this with { Opening = next };
    }

    /// <summary>
    /// A new version of the postings: greater than the last one, and than any of an account of the same name that was
    /// removed before, whose postings silos may still remember.
    /// </summary>
    public AccountState PostingsChanged(DateTimeOffset now) =>
        this with
        {
            PostingsVersion = Math.Max(PostingsVersion + 1, now.ToUnixTimeMilliseconds()),
        };

    /// <summary>After a connect that Lever accepted: earlier trouble with the key is over.</summary>
    public AccountState Connected(
        AccountMode? mode,
        AccountSettings settings,
        ImmutableArray<StageInfo> stages,
        string? hiredReasonId,
        Preflight preflight
    ) =>
        this with
        {
            Connection = ConnectionStatus.Connected,
            Mode = mode ?? Mode,
            Settings = settings,
            // A key that may not read the stages does not make them unknown.
            Stages = stages.IsEmpty ? Stages : stages,
            HiredReasonId = hiredReasonId,
            Trouble = null,
            ScanDueAt = null,
            MissingRights = [],
            ProvenRights = [],
            Findings = preflight.Findings.ToImmutableSortedDictionary(f => f.Code, f => f, StringComparer.Ordinal),
        };

    /// <summary>Lever did not accept the key.</summary>
    public AccountState Refused(DateTimeOffset now)
    {
        var trouble = KeyTrouble.After(Trouble, now);
        var status = trouble.StatusAt(now);
        var finding =
            status == ConnectionStatus.Disconnected ? AccountFindings.Gone(now) : AccountFindings.Refused(now);
        var next = this with { Trouble = trouble, Connection = status };
        return (status == ConnectionStatus.Disconnected ? next.Clear(AccountFindings.KeyRefused) : next).Report(
            finding
        );
    }

    /// <summary>Lever accepted the key again.</summary>
    public AccountState Accepted() =>
        (this with { Trouble = null, Connection = ConnectionStatus.Connected })
            .WantsScan()
            .Clear(AccountFindings.KeyRefused);

    /// <summary>Whether a disconnected account's data must go: connecting it again before saves all of it.</summary>
    public bool IsPastRetention(DateTimeOffset now) =>
        Connection == ConnectionStatus.Disconnected
        && Trouble is { } trouble
        && now - trouble.Since > Settings.KeepAfterDisconnect;
}
