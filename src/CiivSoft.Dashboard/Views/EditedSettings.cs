using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>An account's settings as the form holds them. Ranges are checked by the form, and by the account.</summary>
public sealed class EditedSettings
{
    internal const double MaxDays = 36_500;
    private const double MaxMinutes = MaxDays * 24 * 60;

    /// <summary>Minutes between scans.</summary>
    public double ScanEveryMinutes { get; set; }

    /// <summary>ARKiiVE leads on a posting at most.</summary>
    public int LeadsPerPosting { get; set; }

    /// <summary>Leads of ours for a person in 30 days at most.</summary>
    public int LeadsPerPerson { get; set; }

    /// <summary>Text of the stage that FiiLTER moves to.</summary>
    public string ScreenedStage { get; set; } = "";

    /// <summary>Requests a second to Lever at most.</summary>
    public double CallsPerSecond { get; set; }

    /// <summary>Days that data are kept after a disconnection.</summary>
    public double KeepDays { get; set; }

    /// <summary>Days that somebody archived on the very posting is left alone.</summary>
    public double LeaveArchivedDays { get; set; }

    /// <summary>Whether confidential postings and people are looked at.</summary>
    public bool IncludeConfidential { get; set; }

    /// <summary>Whether a note tells that nothing matched.</summary>
    public bool NoteWhenNothingMatches { get; set; }

    /// <summary>Whether leads belong to the owner of the posting.</summary>
    public bool LeadsBelongToPostingOwner { get; set; }

    /// <summary>Switch, bar and daily quota of each solution.</summary>
    public IReadOnlyList<EditedSolution> Solutions { get; init; } = [];

    /// <summary>Moves and leads a day at most, in all; null for no limit.</summary>
    public int? AccountQuota { get; set; }

    /// <summary>Moves and leads a day at most, of a posting; null for no limit.</summary>
    public int? PostingQuota { get; set; }

    /// <summary>When the account works.</summary>
    public EditedSchedule Schedule { get; init; } = new();

    /// <summary>Settings as a form.</summary>
    public static EditedSettings Of(AccountSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new()
        {
            ScanEveryMinutes = settings.ScanEvery.TotalMinutes,
            LeadsPerPosting = settings.LeadsPerPosting,
            LeadsPerPerson = settings.LeadsPerPerson,
            ScreenedStage = settings.ScreenedStage,
            CallsPerSecond = settings.CallsPerSecond,
            KeepDays = settings.KeepAfterDisconnect.TotalDays,
            LeaveArchivedDays = settings.LeaveArchivedFor.TotalDays,
            IncludeConfidential = settings.IncludeConfidential,
            NoteWhenNothingMatches = settings.NoteWhenNothingMatches,
            LeadsBelongToPostingOwner = settings.LeadsBelongToPostingOwner,
            Solutions =
            [
                new(Solution.Arkiive, settings.Solutions.Arkiive, settings.Bars.Arkiive, settings.Quotas.Arkiive),
                new(Solution.Fiilter, settings.Solutions.Fiilter, settings.Bars.Fiilter, settings.Quotas.Fiilter),
                new(Solution.Refiine, settings.Solutions.Refiine, settings.Bars.Refiine, settings.Quotas.Refiine),
            ],
            AccountQuota = settings.Quotas.Account,
            PostingQuota = settings.Quotas.Posting,
            Schedule = EditedSchedule.Of(settings.Schedule),
        };
    }

    /// <summary>The settings with what the form changed; what it does not show stays.</summary>
    public AccountSettings ApplyTo(AccountSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings with
        {
            ScanEvery = TimeSpan.FromMinutes(Math.Clamp(ScanEveryMinutes, 0, MaxMinutes)),
            LeadsPerPosting = LeadsPerPosting,
            LeadsPerPerson = LeadsPerPerson,
            ScreenedStage = ScreenedStage,
            CallsPerSecond = CallsPerSecond,
            KeepAfterDisconnect = Days(KeepDays),
            LeaveArchivedFor = Days(LeaveArchivedDays),
            IncludeConfidential = IncludeConfidential,
            NoteWhenNothingMatches = NoteWhenNothingMatches,
            LeadsBelongToPostingOwner = LeadsBelongToPostingOwner,
            Solutions = Solutions.Aggregate(settings.Solutions, (all, s) => all.With(s.Solution, s.Mode)),
            Bars = settings.Bars with
            {
                Arkiive = Find(Solution.Arkiive).Bar,
                Fiilter = Find(Solution.Fiilter).Bar,
                Refiine = Find(Solution.Refiine).Bar,
            },
            Quotas = settings.Quotas with
            {
                Account = AccountQuota,
                Posting = PostingQuota,
                Arkiive = Find(Solution.Arkiive).Quota,
                Fiilter = Find(Solution.Fiilter).Quota,
                Refiine = Find(Solution.Refiine).Quota,
            },
            Schedule = Schedule.ApplyTo(settings.Schedule),
        };
    }

    private EditedSolution Find(Solution solution) => Solutions.Single(s => s.Solution == solution);

    private static TimeSpan Days(double days) => TimeSpan.FromDays(Math.Clamp(days, 0, MaxDays));
}

/// <summary>What may be set for one solution.</summary>
public sealed class EditedSolution(Solution solution, RunMode mode, double? bar, int? quota)
{
    /// <summary>Whose switch, bar and quota.</summary>
    public Solution Solution { get; } = solution;

    /// <summary>Its switch.</summary>
    public RunMode Mode { get; set; } = mode;

    /// <summary>Null for the model's own.</summary>
    public double? Bar { get; set; } = bar;

    /// <summary>Null for no limit.</summary>
    public int? Quota { get; set; } = quota;
}
