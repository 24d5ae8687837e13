using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>An account's settings as the form holds them. Their ranges are checked by the account.</summary>
internal sealed class EditedSettings
{
    private const double MaxDays = 36_500;
    private const double MaxMinutes = MaxDays * 24 * 60;

    public double ScanEveryMinutes { get; set; }

    public int LeadsPerPosting { get; set; }

    public int LeadsPerApplication { get; set; }

    public int LeadsPerPerson { get; set; }

    public string ScreenedStage { get; set; } = "";

    public double CallsPerSecond { get; set; }

    public double KeepDays { get; set; }

    public bool IncludeConfidential { get; set; }

    public bool NoteWhenNothingMatches { get; set; }

    public bool LeadsBelongToPostingOwner { get; set; }

    public static EditedSettings Of(AccountSettings settings) =>
        new()
        {
            ScanEveryMinutes = settings.ScanEvery.TotalMinutes,
            LeadsPerPosting = settings.LeadsPerPosting,
            LeadsPerApplication = settings.LeadsPerApplication,
            LeadsPerPerson = settings.LeadsPerPerson,
            ScreenedStage = settings.ScreenedStage,
            CallsPerSecond = settings.CallsPerSecond,
            KeepDays = settings.KeepAfterDisconnect.TotalDays,
            IncludeConfidential = settings.IncludeConfidential,
            NoteWhenNothingMatches = settings.NoteWhenNothingMatches,
            LeadsBelongToPostingOwner = settings.LeadsBelongToPostingOwner,
        };

    /// <summary>The settings with what the form changed; what it does not show stays.</summary>
    public AccountSettings ApplyTo(AccountSettings settings) =>
        settings with
        {
            ScanEvery = TimeSpan.FromMinutes(Math.Clamp(ScanEveryMinutes, 0, MaxMinutes)),
            LeadsPerPosting = LeadsPerPosting,
            LeadsPerApplication = LeadsPerApplication,
            LeadsPerPerson = LeadsPerPerson,
            ScreenedStage = ScreenedStage,
            CallsPerSecond = CallsPerSecond,
            KeepAfterDisconnect = TimeSpan.FromDays(Math.Clamp(KeepDays, 0, MaxDays)),
            IncludeConfidential = IncludeConfidential,
            NoteWhenNothingMatches = NoteWhenNothingMatches,
            LeadsBelongToPostingOwner = LeadsBelongToPostingOwner,
        };
}
