using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>Who plays in the demo. Postings are named by their occupation; each has one.</summary>
internal static class DemoCast
{
    public static readonly ImmutableArray<(
        string Occupation,
        string Title,
        int Level,
        string Town,
        string State,
        int DaysOld
    )> Postings =
    [
        ("registered-nurse", "Registered Nurse, Acute Medicine", 2, "Leeds", PostingStates.Published, 21),
        ("pharmacist", "Clinical Pharmacist", 2, "Leeds", PostingStates.Published, 12),
        ("accountant", "Management Accountant", 2, "Manchester", PostingStates.Published, 18),
        ("data-engineer", "Data Engineer", 2, "Manchester", PostingStates.Published, 9),
        ("backend-developer", "Senior Backend Developer", 3, "Leeds", PostingStates.Published, 15),
        ("warehouse-operative", "Warehouse Operative", 2, "Wakefield", PostingStates.Published, 7),
        ("hr-business-partner", "HR Business Partner", 3, "Leeds", PostingStates.Published, 24),
        ("electrician", "Maintenance Electrician", 2, "Sheffield", PostingStates.Published, 14),
        ("digital-marketer", "Digital Marketing Executive", 2, "Leeds", PostingStates.Published, 10),
        ("customer-support", "Customer Support Advisor", 2, "Bradford", PostingStates.Internal, 16),
        ("truck-driver", "HGV Class 1 Driver", 2, "Wakefield", PostingStates.Closed, 210),
        ("project-manager", "Senior Project Manager", 3, "Leeds", PostingStates.Closed, 300),
    ];

    public static readonly ImmutableArray<Applicant> Applicants =
    [
        // Clear matches.
        new("registered-nurse", 2, "registered-nurse", 3),
        new("registered-nurse", 3, "registered-nurse", 1),
        new("pharmacist", 2, "pharmacist", 2),
        new("accountant", 2, "accountant", 2),
        new("accountant", 3, "accountant", 1),
        new("data-engineer", 2, "data-engineer", 3),
        new("backend-developer", 3, "backend-developer", 2),
        new("warehouse-operative", 2, "warehouse-operative", 3),
        new("hr-business-partner", 3, "hr-business-partner", 1),
        new("electrician", 2, "electrician", 2),
        new("digital-marketer", 2, "digital-marketer", 2),
        new("customer-support", 2, "customer-support", 2),
        // Near misses.
        new("care-assistant", 3, "registered-nurse", 1),
        new("financial-analyst", 2, "accountant", 1),
        new("backend-developer", 2, "data-engineer", 1),
        new("backend-developer", 1, "backend-developer", 1),
        new("graphic-designer", 2, "digital-marketer", 1),
        // On the wrong posting; another open one fits.
        new("registered-nurse", 2, "customer-support", 1),
        new("accountant", 2, "data-engineer", 1),
        new("data-engineer", 3, "backend-developer", 1),
        new("warehouse-operative", 2, "electrician", 1),
        new("electrician", 3, "warehouse-operative", 1),
        new("hr-business-partner", 3, "digital-marketer", 1),
        new("pharmacist", 2, "hr-business-partner", 1),
        new("digital-marketer", 3, "hr-business-partner", 1),
        new("customer-support", 3, "pharmacist", 1),
        // Fit nothing that is open.
        new("teacher", 2, "hr-business-partner", 1),
        new("chef", 2, "warehouse-operative", 1),
        new("graphic-designer", 1, "backend-developer", 1),
        // On their way already.
        new("registered-nurse", 3, "registered-nurse", 1, Candidacy.Screen),
        new("accountant", 3, "accountant", 1, Candidacy.Interview),
        new("backend-developer", 3, "backend-developer", 1, Candidacy.OnSite),
        new("hr-business-partner", 4, "hr-business-partner", 1, Candidacy.Offer),
        new("sales-executive", 2, "digital-marketer", 1, Candidacy.RejectedAtOnce),
    ];

    public static readonly ImmutableArray<Archived> Archive =
    [
        new("project-manager", 3, "project-manager", 4),
        new("project-manager", 2, "project-manager", 1, Candidacy.PositionClosed),
        new("project-manager", 3, "project-manager", 1, Candidacy.Hired),
        new("civil-engineer", 2, "project-manager", 1, Candidacy.RejectedAtOnce),
        new("truck-driver", 2, "truck-driver", 4),
        new("truck-driver", 3, "truck-driver", 1, Candidacy.Hired),
        new("registered-nurse", 2, null, 2, Candidacy.LeadContacted),
        new("data-engineer", 3, null, 2, Candidacy.LeadContacted),
        new("pharmacist", 3, null, 1, Candidacy.LeadContacted),
        new("electrician", 2, null, 1, Candidacy.LeadContacted),
        new("hr-business-partner", 3, null, 1, Candidacy.LeadContacted),
        new("paralegal", 2, null, 1, Candidacy.LeadContacted),
        new("mechanical-engineer", 2, null, 1, Candidacy.LeadContacted),
    ];

    /// <summary>What opens while the demo runs, in this order, over and over.</summary>
    public static readonly ImmutableArray<string> NextOpenings =
    [
        "project-manager",
        "truck-driver",
        "registered-nurse",
        "data-engineer",
        "electrician",
    ];

    /// <summary><paramref name="Count"/> people of an occupation who applied to <paramref name="Posting"/>.</summary>
    internal sealed record Applicant(
        string Occupation,
        int Level,
        string Posting,
        int Count,
        Candidacy Candidacy = Candidacy.NewApplicant
    );

    /// <summary><paramref name="Count"/> people from earlier; <paramref name="Posting"/> is null for those who are on none.</summary>
    internal sealed record Archived(
        string Occupation,
        int Level,
        string? Posting,
        int Count,
        Candidacy Candidacy = Candidacy.RejectedLate
    );
}
