namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>How far a candidacy has come.</summary>
internal enum Candidacy
{
    Lead,
    LeadContacted,
    NewApplicant,
    Screen,
    Interview,
    OnSite,
    Offer,
    RejectedAtOnce,
    RejectedLate,
    Withdrew,
    PositionClosed,
    Hired,
}
