using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Replays;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>What a silo answers an operator's desk: ids as long as Lever's, so that a table shows whether they fit.</summary>
internal static class DeskAnswers
{
    public const string Posting = "5c9b6bc2-0d7e-4a8e-9f0a-2b1d6f1c7e11";
    public const string Application = "250d8f03-738a-4bba-a671-8a3d73477145";
    public const string Lead = "8d49b010-cc6a-4f40-ace5-e86061c677ed";
    public const string Contact = "7f23e772-f2cb-4ebb-b33f-54b872999992";

    private static readonly DateTimeOffset Evening = new(2026, 11, 23, 21, 0, 0, TimeSpan.Zero);

    public static string Preflight =>
        Json(
            new Preflight(
                true,
                [
                    new("Find all stages", RightState.Present, "FiiLTER"),
                    new(
                        "Find all opportunity notes",
                        RightState.Missing,
                        "finding our notes again after a lost answer"
                    ),
                    new("Find all archive reasons", RightState.Missing, "undo of leads; telling who was hired")
                    {
                        IsOptional = true,
                    },
                    new("Create an opportunity", RightState.NotYetKnown, "ARKiiVE and REFiiNE"),
                    new("Update an opportunity archived state", RightState.NotYetKnown, "undo of leads")
                    {
                        IsOptional = true,
                    },
                ],
                [
                    new(
                        "right-missing:Find all opportunity notes",
                        "The key lacks the right 'Find all opportunity notes'. What needs it waits; the rest goes on.",
                        "In Lever, Settings > Integrations and API > API Credentials: make a new key with 'Find all opportunity notes' ticked (a key cannot be edited) and connect the account again with it.",
                        Evening
                    ),
                ]
            )
            {
                Advice =
                [
                    new(
                        "service-user",
                        "Changes are made as the user 'u1'. Lever has no way to look a user up with this key: a wrong id shows at the first write.",
                        "Compare it with the service user that Lever Support named.",
                        Evening
                    ),
                ],
                ScreenedStageId = "2d1f5c6e-9a0b-4c41-8d77-1f60c5b7e0a2",
                ServiceUser = "u1",
                ConfidentialAccess = RightState.Missing,
            }
        );

    public static string RefusedKey =>
        Json(
            new Preflight(
                false,
                [],
                [
                    new(
                        "key-refused",
                        "Lever did not accept this API key. Nothing was changed.",
                        "Check that the whole key was copied, that it was not deleted in Lever, and that the address is that of your Lever.",
                        Evening
                    ),
                ]
            )
        );

    public static string ShadowReport =>
        Json(
            new
            {
                Report = Shadow with
                {
                    From = Evening.AddDays(-9),
                    To = Evening,
                    Fiilter = new ShadowApplications(40, 12, 11),
                    Arkiive = new ShadowLeads(3, 9, 1),
                    Refiine = new ShadowLeads(1, 1, 0),
                    NotJudged = ImmutableSortedDictionary<string, int>
                        .Empty.Add("language-not-supported", 2)
                        .Add("needs-ocr", 1),
                    Recruiters = [new("match", 7, 2, 1, 2, 1), new("no-match", 1, 14, 0, 10, 0)],
                    Actions =
                    [
                        new(Solution.Fiilter, "d1", Contact, Application, Posting),
                        new(Solution.Arkiive, "d2", "c2", null, Posting),
                    ],
                    Lapsed =
                    [
                        new("d7", Solution.Fiilter, "A person moved it since."),
                        new("d8", Solution.Refiine, "The posting is not open any more."),
                    ],
                    Examples =
                    [
                        new("d1", Solution.Fiilter, "match", 0.9123, 0.53, Contact, Application, Posting),
                        new("d3", Solution.Fiilter, "no-match", 0.5212, 0.53, "c3", "o3", Posting),
                        new("d2", Solution.Arkiive, "lead", 0.8811, 0.75, "c2", null, Posting),
                    ],
                    Limits =
                    [
                        new(
                            "paused",
                            "Something is paused: it waits until the pause is lifted.",
                            "ciivsoft resume acme",
                            Evening
                        ),
                    ],
                },
                Titles = new Dictionary<string, string> { [Posting] = "Clinical Pharmacist" },
                Evidence = new Dictionary<string, object?>
                {
                    ["d1"] = Evidence("Met", "GPhC registration"),
                    ["d2"] = null,
                    ["d3"] = Evidence("Unknown", null),
                },
            }
        );

    public static string EmptyShadowReport =>
        Json(
            new
            {
                Report = Shadow,
                Titles = new Dictionary<string, string>(),
                Evidence = new Dictionary<string, object?>(),
            }
        );

    /// <summary>What undo covers, before and after: one is undone, one a person has touched, one only people can take back.</summary>
    public static string Undo(bool isAsked) =>
        Json(
            new UndoList(
                [
                    Item("e1", UndoAction.Move, Solution.Fiilter, Application) with
                    {
                        State = isAsked ? UndoState.Undone : UndoState.Possible,
                        UndoId = isAsked ? "undo-e1" : null,
                    },
                    Item("e2", UndoAction.Lead, Solution.Arkiive, Lead) with
                    {
                        State = UndoState.LeftAlone,
                        Reason = "A person wrote a note on it since.",
                    },
                    Item("e3", UndoAction.Recommendation, Solution.Refiine, "o3") with
                    {
                        State = UndoState.ByHand,
                        Reason = "The person was recommended by a note and a tag, which only people can take back.",
                        Remedy =
                            "In Lever, remove the tag 'CiiVSOFT REFiiNE' from the opportunity, and the note if you like.",
                    },
                ],
                HasMore: false
            )
        );

    public static string NothingToUndo => Json(new UndoList([], HasMore: false));

    public static string TooMuchToUndo =>
        Json(new UndoList([Item("e1", UndoAction.Move, Solution.Fiilter, Application)], HasMore: true));

    public static string UndoRuns =>
        Json(
            new[]
            {
                new ListedUndoRunAnswer("scan:2026-11-23T21:00:00.000Z", Evening, null),
                new ListedUndoRunAnswer($"{Posting}/1", Evening.AddMinutes(2), 7),
            }
        );

    public static string Rerun =>
        Json(new RerunAnswer([Application], RunsArkiive: true, [new("o3", "It is archived.")]));

    public static string NoRerun =>
        Json(new RerunAnswer([], RunsArkiive: false, [new("o9", "No scan has seen this opportunity.")]));

    /// <summary>A page of a history with as many of each as told.</summary>
    public static string Replay(int advanced, int others) =>
        Json(
            new ReplayPage
            {
                Applications =
                [
                    .. Enumerable
                        .Range(0, advanced)
                        .Select(i => Past($"a{i}", i, RecruiterOutcome.Advanced, 0.4 + (0.02 * i))),
                    .. Enumerable
                        .Range(0, others)
                        .Select(i => Past($"n{i}", i, RecruiterOutcome.NotAdvanced, 0.02 * i)),
                    Past("open", 1, RecruiterOutcome.Undecided, 0.9),
                    Past("gap", 2, RecruiterOutcome.Advanced, null) with
                    {
                        Gap = ReplayGap.ResumeIsNewer,
                    },
                ],
                Next = null,
                Bar = 0.53,
                ModelVersion = "model-1",
                PolicyVersion = "policy-1",
            }
        );

    private static ShadowReport Shadow =>
        new()
        {
            Account = "acme",
            Mode = AccountMode.Shadow,
            IsComplete = true,
            Fiilter = new ShadowApplications(0, 0, 0),
            Arkiive = new ShadowLeads(0, 0, 0),
            Refiine = new ShadowLeads(0, 0, 0),
        };

    private static object Evidence(string judgement, string? quote) =>
        new
        {
            Findings = new[]
            {
                new
                {
                    Requirement = new
                    {
                        Id = "licence",
                        Kind = "Licence",
                        Importance = "Must",
                        Weight = 0.9,
                        Text = "Pharmacy licence",
                        Terms = Array.Empty<string>(),
                    },
                    Judgement = judgement,
                    Quote = quote is null ? null : new { Text = quote, Start = 401 },
                },
            },
        };

    private static UndoItem Item(string id, UndoAction action, Solution solution, string opportunity) =>
        new()
        {
            ActionId = id,
            Action = action,
            Solution = solution,
            DecisionId = $"d-{id}",
            ContactId = Contact,
            OpportunityId = opportunity,
            PostingId = Posting,
            DoneAt = Evening,
            State = UndoState.Possible,
        };

    private static ReplayedApplication Past(string id, int day, RecruiterOutcome outcome, double? score) =>
        new()
        {
            OpportunityId = id,
            PostingId = Posting,
            AppliedAt = Evening.AddDays(day - 90),
            Outcome = outcome,
            Score = score,
        };

    private static string Json<T>(T answer) => JsonSerializer.Serialize(answer, Terminal.Json);

    private sealed record ListedUndoRunAnswer(string Run, DateTimeOffset At, int? Leads);
}
