using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>An account's settings as the form holds them. Their ranges are checked by the account.</summary>
internal sealed class EditedSettings
{
    private const double MaxDays = 36_500;
    private const double MaxMinutes = MaxDays * 24 * 60;

    public double ScanEveryMinutes { get; set; }

    public int LeadsPerPosting { get; set; }

    public int LeadsPerPerson { get; set; }

    public string ScreenedStage { get; set; } = "";

    public double CallsPerSecond { get; set; }

    public double KeepDays { get; set; }

    public double LeaveArchivedDays { get; set; }

    public bool IncludeConfidential { get; set; }

    public bool NoteWhenNothingMatches { get; set; }

    public bool LeadsBelongToPostingOwner { get; set; }

    /// <summary>Switch, bar and daily quota of each solution.</summary>
    public EditedSolution[] Solutions { get; init; } = [];

    public int? AccountQuota { get; set; }

    public int? PostingQuota { get; set; }

    public EditedSchedule Schedule { get; init; } = new();

    public static EditedSettings Of(AccountSettings settings) =>
        new()
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

    /// <summary>The settings with what the form changed; what it does not show stays.</summary>
    public AccountSettings ApplyTo(AccountSettings settings) =>
        settings with
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

    private EditedSolution Find(Solution solution) => Solutions.Single(s => s.Solution == solution);

    private static TimeSpan Days(double days) => TimeSpan.FromDays(Math.Clamp(days, 0, MaxDays));
}

/// <summary>What may be set for one solution.</summary>
internal sealed class EditedSolution(Solution solution, RunMode mode, double? bar, int? quota)
{
    public Solution Solution { get; } = solution;

    public RunMode Mode { get; set; } = mode;

    /// <summary>Null for the model's own.</summary>
    public double? Bar { get; set; } = bar;

    /// <summary>Null for no limit.</summary>
    public int? Quota { get; set; } = quota;
}
