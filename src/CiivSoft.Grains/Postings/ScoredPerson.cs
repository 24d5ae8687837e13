using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Postings;

/// <summary>A person scored for a posting.</summary>
internal sealed record ScoredPerson(
    PersonSnapshot Person,
    ResumeRecord Resume,
    ResumeProfile Profile,
    MatchScore Score
);
