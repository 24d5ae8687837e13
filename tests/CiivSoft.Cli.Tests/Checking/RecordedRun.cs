using System.Text.Json;
using CiivSoft.Abstractions;
using CiivSoft.Cli.Checking;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Cli.Tests.Checking;

/// <summary>A hand-made run, right in everything until a test plants a fault: it writes both sides, Lever's and ours.</summary>
internal sealed class RecordedRun
{
    public const string OurKey = "key-1";
    public const string Screened = "5c4ee7ed-0000-4f50-9f70-000000000101";
    public const string Interview = "5c4ee7ed-0000-4f50-9f70-000000000102";
    public const long Start = 1_790_000_000_000;

    private readonly List<LeverEvent> _events = [];
    private readonly Dictionary<string, LeverOpportunityState> _opportunities = [];
    private readonly Dictionary<string, LeverPostingState> _postings = [];
    private readonly HashSet<string> _deleted = [];
    private readonly List<DecisionRow> _decisions = [];
    private readonly List<EffectRow> _effects = [];
    private readonly List<WorkItem> _work = [];
    private int _ids;

    public long Now { get; private set; } = Start;

    public AccountFacts Facts { get; set; } = new();

    public Dictionary<string, ContactRow> Contacts { get; } = [];

    public long LateVisibilityMs { get; set; }

    public bool IsAtRest { get; set; } = true;

    public IReadOnlyList<LeverEvent> Events => _events;

    public string NewId() => $"00000000-0000-4000-8000-{++_ids:D12}";

    public void Wait(long ms) => Now += ms;

    public string Posting(string state = "published")
    {
        var id = NewId();
        _postings[id] = new LeverPostingState(id, state, IsConfidential: false);
        Act(
            new LeverChange
            {
                Kind = LeverChange.PostingCreated,
                Posting = id,
                To = state,
            }
        );
        return id;
    }

    /// <summary>Somebody applies.</summary>
    public LeverOpportunityState Apply(string posting)
    {
        var opportunity = new LeverOpportunityState
        {
            Id = NewId(),
            Contact = NewId(),
            Application = NewId(),
            Posting = posting,
            Stage = Marks.NewApplicantStage,
            CreatedAt = Now,
        };
        _opportunities[opportunity.Id] = opportunity;
        Act(Change(LeverChange.Created, opportunity) with { To = opportunity.Stage });
        return opportunity;
    }

    /// <summary>A person changes something in Lever.</summary>
    public long Act(LeverChange change)
    {
        if (change.Kind == LeverChange.PostingUpdated && change.Posting is { } posting)
        {
            _postings[posting] = _postings[posting] with { State = change.To ?? "closed" };
        }

        return Add(
            new LeverEvent
            {
                Kind = LeverEvent.Act,
                CommittedAtReal = Now,
                Effects = [change],
            }
        );
    }

    public static LeverChange Change(string kind, LeverOpportunityState opportunity) =>
        new()
        {
            Kind = kind,
            Opportunity = opportunity.Id,
            Contact = opportunity.Contact,
            Posting = opportunity.Posting,
        };

    public void Delete(LeverOpportunityState opportunity)
    {
        _opportunities.Remove(opportunity.Id);
        _deleted.Add(opportunity.Id);
        Act(Change(LeverChange.Deleted, opportunity));
    }

    public void Set(LeverOpportunityState opportunity) => _opportunities[opportunity.Id] = opportunity;

    public LeverOpportunityState Find(string id) => _opportunities[id];

    /// <summary>A request under our key.</summary>
    public LeverEvent Request(
        string method,
        string route,
        string path,
        object? body = null,
        string? query = null,
        params IReadOnlyList<LeverChange> changes
    )
    {
        var request = new LeverEvent
        {
            Method = method,
            Route = $"{method} {route}",
            Path = path,
            Query = query,
            Key = OurKey,
            Body = body is null ? null : JsonSerializer.SerializeToElement(body),
            Status = 200,
            CommittedAtReal = Now,
            Effects = changes,
        };
        var seq = Add(request);
        return _events.Single(e => e.Seq == seq);
    }

    public LeverEvent Scan() =>
        Request("GET", "/opportunities", "/opportunities", query: "?updated_at_start=1&expand=applications&limit=100");

    /// <summary>FiiLTER finds a match: decision, move and note.</summary>
    public DecisionRow Match(LeverOpportunityState application)
    {
        var decision = Decide(Solution.Fiilter, application, "match");
        var move = Plan(EffectKind.Move, application.Id, "screened", decision) with { OpportunityId = application.Id };
        var note = NoteOf(decision, move, application.Id, "screened");
        SendMove(application);
        Settle(move);
        SendNote(application.Id, note.Ref!);
        Settle(note);
        return decision;
    }

    /// <summary>FiiLTER finds no match, and REFiiNE none either.</summary>
    public DecisionRow NoMatch(LeverOpportunityState application)
    {
        var decision = Decide(Solution.Fiilter, application, "no-match");
        Decide(Solution.Refiine, application, "none");
        return decision;
    }

    /// <summary>ARKiiVE makes somebody a lead. Returns the lead's opportunity.</summary>
    public string Lead(string contact, string posting)
    {
        var decision = new DecisionRow
        {
            DecisionId = NewId(),
            Solution = Solution.Arkiive,
            Subject = $"{posting}/{contact}",
            ContactId = contact,
            PostingId = posting,
            Verdict = "lead",
            ModelVersion = "m",
            PolicyVersion = "p",
            DecidedAt = At(Now),
        };
        _decisions.Add(decision);
        var lead = Plan(EffectKind.Lead, contact, posting, decision);
        var made = SendLead(contact, posting);
        var note = NoteOf(decision, lead, made, "lead");
        Settle(lead with { ResultId = made, OpportunityId = made });
        SendNote(made, note.Ref!);
        Settle(note);
        return made;
    }

    public DecisionRow Decide(Solution solution, LeverOpportunityState application, string verdict)
    {
        var decision = new DecisionRow
        {
            DecisionId = NewId(),
            Solution = solution,
            Subject = application.Application!,
            ContactId = application.Contact,
            OpportunityId = application.Id,
            PostingId = application.Posting,
            Verdict = verdict,
            ModelVersion = "m",
            PolicyVersion = "p",
            DecidedAt = At(Now),
        };
        _decisions.Add(decision);
        return decision;
    }

    public EffectRow Plan(EffectKind kind, string subject, string target, DecisionRow decision)
    {
        var effect = new EffectRow
        {
            EffectId = NewId(),
            Kind = kind,
            Subject = subject,
            Target = target,
            DecisionId = decision.DecisionId,
            Solution = decision.Solution,
            ContactId = decision.ContactId,
            PostingId = decision.PostingId,
            State = EffectState.Planned,
            PlannedAt = At(Now),
        };
        _effects.Add(effect);
        return effect;
    }

    public EffectRow NoteOf(DecisionRow decision, EffectRow parent, string opportunity, string role)
    {
        var planned = Plan(EffectKind.Note, decision.DecisionId, role, decision);
        return Put(planned with { ParentId = parent.EffectId, OpportunityId = opportunity, Ref = $"CVS-{_ids:D16}" });
    }

    public EffectRow Put(EffectRow effect)
    {
        _effects.RemoveAll(e => e.EffectId == effect.EffectId);
        _effects.Add(effect);
        return effect;
    }

    public void Settle(EffectRow effect, EffectState state = EffectState.Done) =>
        Put(effect with { State = state, Attempts = 1, SettledAt = At(Now) });

    public void Forget(Predicate<EffectRow> which) => _effects.RemoveAll(which);

    public void ForgetDecisions(Predicate<DecisionRow> which) => _decisions.RemoveAll(which);

    public void Repeat(DecisionRow decision) => _decisions.Add(decision with { DecisionId = NewId() });

    public void Queue(string contact) =>
        _work.Add(
            new WorkItem
            {
                Kind = WorkKind.Contact,
                Id = contact,
                Priority = WorkPriority.NewApplication,
                NewestMs = Now,
            }
        );

    public LeverEvent SendMove(LeverOpportunityState application, string stage = Screened)
    {
        _opportunities[application.Id] = _opportunities.GetValueOrDefault(application.Id, application) with
        {
            Stage = stage,
        };
        return Request(
            "PUT",
            "/opportunities/:opportunity/stage",
            $"/opportunities/{application.Id}/stage",
            new { stage },
            null,
            Change(LeverChange.StageChanged, application) with
            {
                From = application.Stage,
                To = stage,
            }
        );
    }

    public LeverEvent SendArchive(string opportunity)
    {
        var target = _opportunities[opportunity];
        _opportunities[opportunity] = target with { IsArchived = true };
        return Request(
            "PUT",
            "/opportunities/:opportunity/archived",
            $"/opportunities/{opportunity}/archived",
            new { reason = "a-reason" },
            null,
            Change(LeverChange.Archived, target)
        );
    }

    /// <summary>An operator has an action of the opportunity undone: the intent of it and of its note.</summary>
    public EffectRow Undo(EffectKind what, EffectKind kind, string opportunity, string target)
    {
        var action = _effects.Single(e => e.Kind == what && (e.Subject == opportunity || e.ResultId == opportunity));
        var decision = _decisions.Single(d => d.DecisionId == action.DecisionId);
        var undo = Put(
            Plan(kind, opportunity, target, decision) with
            {
                ParentId = action.EffectId,
                OpportunityId = opportunity,
            }
        );
        NoteOf(decision, undo, opportunity, "undone");
        return undo;
    }

    public void SettleUndo(EffectRow undo)
    {
        var note = _effects.Single(e => e.ParentId == undo.EffectId);
        Settle(undo);
        SendNote(undo.Subject, note.Ref!);
        Settle(note);
    }

    public string SendLead(string contact, string posting, string source = Marks.ArkiiveSource)
    {
        var lead = new LeverOpportunityState
        {
            Id = NewId(),
            Contact = contact,
            Posting = posting,
            Stage = "lead-new",
            Sources = [source],
            CreatedAt = Now,
        };
        _opportunities[lead.Id] = lead;
        Request(
            "POST",
            "/opportunities",
            "/opportunities",
            new
            {
                contact,
                postings = new[] { posting },
                sources = new[] { source },
            },
            null,
            Change(LeverChange.Created, lead)
        );
        return lead.Id;
    }

    public LeverEvent SendNote(string opportunity, string? reference)
    {
        var value =
            "FiiLTER screened: Nurse\nWhy:\n- works as a nurse" + (reference is null ? "" : $"\nRef {reference}");
        var note = NewId();
        var target = _opportunities[opportunity];
        _opportunities[opportunity] = target with { Notes = [.. target.Notes, new LeverNoteState(note, value)] };
        return Request(
            "POST",
            "/opportunities/:opportunity/notes",
            $"/opportunities/{opportunity}/notes",
            new { value },
            null,
            Change(LeverChange.NoteCreated, target) with
            {
                Note = note,
            }
        );
    }

    public Recording Record(double? rate = null) =>
        new(
            _events,
            new LeverWorld
            {
                Now = Now,
                LateVisibilityMs = LateVisibilityMs,
                Opportunities = [.. _opportunities.Values],
                Postings = [.. _postings.Values],
                Stages =
                [
                    new LeverStageState("lead-new", "New lead"),
                    new LeverStageState(Marks.NewApplicantStage, "New applicant"),
                    new LeverStageState(Screened, "CiiVSOFT SCREENED"),
                    new LeverStageState(Interview, "Interview"),
                ],
                Deleted = _deleted,
                Contacts = _opportunities.Values.Select(o => o.Contact).ToHashSet(),
            },
            new AccountTables
            {
                Account = "acme",
                LeverUrl = new Uri("http://127.0.0.1:4010/v1"),
                ConnectedAt = Start,
                Facts = Facts,
                Decisions = _decisions,
                Effects = _effects,
                Work = _work,
                Undecided = Contacts,
            },
            new HashSet<string> { OurKey }
        )
        {
            MustBeAtRest = IsAtRest,
            PermittedRate = rate,
        };

    public IReadOnlyList<Breach> Check(double? rate = null) => Checker.Check(Record(rate)).Findings;

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private long Add(LeverEvent entry)
    {
        var seq = _events.Count + 1;
        // A tenth of a second for each, as at Lever's rate.
        Now += 100;
        _events.Add(
            entry with
            {
                Seq = seq,
                ReceivedAtReal = Now,
                CommittedAtReal = entry.CommittedAtReal is null ? null : Now,
            }
        );
        return seq;
    }
}
