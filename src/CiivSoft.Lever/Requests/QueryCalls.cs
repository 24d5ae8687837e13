using CiivSoft.Lever.Transport;

namespace CiivSoft.Lever.Requests;

/// <summary>Queries in Lever's parameter names.</summary>
internal static class QueryCalls
{
    public static LeverCall From(PostingQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return LeverCall
            .To(LeverRoute.ListPostings)
            .With("updated_at_start", query.UpdatedSince)
            .Including(query.Confidentiality);
    }

    public static LeverCall From(OpportunityQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return LeverCall
            .To(LeverRoute.ListOpportunities)
            .With("updated_at_start", query.UpdatedSince)
            .With("updated_at_end", query.UpdatedUntil)
            .With("created_at_start", query.CreatedFrom)
            .With("created_at_end", query.CreatedTo)
            .With("contact_id", Limited(query.ContactIds))
            .With("posting_id", Limited(query.PostingIds))
            .With("archived_posting_id", Limited(query.ArchivedPostingIds))
            .With("stage_id", Limited(query.StageIds))
            .With("tag", Limited(query.Tags))
            .With("source", Limited(query.Sources))
            .With("archived", query.Archived)
            .With("snoozed", query.Snoozed)
            .With("email", query.Email)
            .Including(query.Confidentiality)
            .With("expand", query.ExpandApplications ? "applications" : null);
    }

    private static LeverCall Including(this LeverCall call, LeverConfidentiality confidentiality) =>
        call.With("confidentiality", Text(confidentiality)) with
        {
            IsOfConfidential = confidentiality != LeverConfidentiality.NonConfidential,
        };

    private static string? Text(LeverConfidentiality confidentiality) =>
        confidentiality switch
        {
            LeverConfidentiality.NonConfidential => null,
            LeverConfidentiality.Confidential => "confidential",
            LeverConfidentiality.All => "all",
            _ => throw new ArgumentOutOfRangeException(nameof(confidentiality), confidentiality, "No such value."),
        };

    private static IReadOnlyList<string> Limited(IReadOnlyList<string> values)
    {
        if (values.Count > OpportunityQuery.MaxValues)
        {
            throw new ArgumentException(
                $"A filter takes at most {OpportunityQuery.MaxValues} values; these are {values.Count}.",
                nameof(values)
            );
        }

        return values;
    }
}
