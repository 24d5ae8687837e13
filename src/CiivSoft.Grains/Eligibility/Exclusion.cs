namespace CiivSoft.Grains.Eligibility;

/// <summary>Why a person is not proposed for a posting (design.md, 4).</summary>
internal enum Exclusion
{
    Anonymised,
    Deleted,
    OptedOut,
    ConsentRefused,
    Confidential,
    AlreadyOnPosting,
    InLaterStage,
    ProposedBefore,
    ArchivedRecently,
    Hired,
    InAnotherCountry,
    EnoughLeads,
}
