using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Keys;

/// <summary>Sets of rights that a key can be given by name.</summary>
internal static class KeyProfiles
{
    public const string ArticleExact = "article-exact";
    public const string ArticlePlusCreateOpportunity = "article-plus-create-opportunity";
    public const string All = "all";

    /// <summary>The tick boxes that the help article tells customers to set, word for word.</summary>
    private static readonly ImmutableHashSet<string> Article = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Find a stage",
        "Find all stages",
        "Find a requisition",
        "Find all requisitions",
        "Find a requisition field",
        "Find all requisition fields",
        "Find a posting",
        "Find all postings",
        "Find all tags",
        "Find a contact",
        "Find an opportunity",
        "Find all opportunities",
        "Find all deleted opportunities",
        "Find an opportunity application",
        "Find all opportunity applications",
        "Find an opportunity resume",
        "Find all opportunity resumes",
        "Download an opportunity resume file",
        "Find all opportunity files",
        "Find an opportunity note",
        "Find all opportunity notes",
        "Find an opportunity form",
        "Find all opportunity forms",
        "Find an opportunity referral",
        "Find all opportunity referrals",
        "Find an opportunity interview panel",
        "Find all opportunity interview panels",
        "Find all opportunity offers",
        "Download an opportunity offer file",
        "Find a candidate",
        "Find all candidates",
        "Find a candidate application",
        "Find all candidate applications",
        "Find all candidate resumes",
        "Download a candidate resume",
        "Find a candidate file",
        "Download a candidate file",
        "Find a candidate note",
        "Find all candidate notes",
        "Find a candidate form",
        "Find a candidate referral",
        "Find all candidate referrals",
        "Find a candidate interview panel",
        "Find all candidate interview panels",
        "Find all candidate offers",
        "Update an opportunity stage",
        "Update a candidate stage",
        "Create an opportunity note",
        "Update an opportunity note",
        "Add opportunity tags",
        "Add candidate tags",
        "Update a posting",
        "Update a requisition",
        "Update a requisition field",
        "Update an opportunity interview panel",
        "Update a candidate interview panel"
    );

    /// <param name="name">A profile's name.</param>
    /// <param name="allPermissions">What <c>all</c> stands for.</param>
    /// <returns>Null when there is no such profile.</returns>
    public static ImmutableHashSet<string>? Find(string name, IEnumerable<string> allPermissions) =>
        name switch
        {
            ArticleExact => Article,
            ArticlePlusCreateOpportunity => Article.Add("Create an opportunity"),
            All => allPermissions.ToImmutableHashSet(StringComparer.Ordinal),
            _ => null,
        };
}
