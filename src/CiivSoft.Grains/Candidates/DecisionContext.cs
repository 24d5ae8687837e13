using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>Everything a decision about an application rests on.</summary>
/// <param name="Account">The account.</param>
/// <param name="Person">The person, with the newest that is known of the résumé.</param>
/// <param name="Order">How things stand for the account.</param>
/// <param name="Postings">Its open postings.</param>
/// <param name="Resume">The résumé as the engine reads it; null when none is readable.</param>
/// <param name="WarningsJson">What the reader found odd about the résumé's file; empty for nothing.</param>
/// <param name="Now">When.</param>
internal sealed record DecisionContext(
    AccountKey Account,
    PersonSnapshot Person,
    WorkOrder Order,
    OpenPostings Postings,
    ResumeProfile? Resume,
    string WarningsJson,
    DateTimeOffset Now
)
{
    /// <summary>0, and one more each time that an application is decided again.</summary>
    public int Generation { get; init; }
}
