namespace CiivSoft.Cli.Audits.Impact;

/// <summary>One category of the report.</summary>
/// <param name="Category">As declared; of two characteristics, "race / sex".</param>
/// <param name="Applicants">How many people of it were assessed.</param>
/// <param name="Counted">How many of them have the rate's figure, a verdict or a score.</param>
/// <param name="Chosen">How many were selected, or scored above the median.</param>
/// <param name="Rate">Their share; 0 when nobody counts.</param>
/// <param name="ImpactRatio">The rate over the highest category's; null where the category is left out or no rate is above 0.</param>
/// <param name="IsExcluded">True for a category of less than 2 % that is left out of the ratios.</param>
internal sealed record ImpactRow(
    string Category,
    int Applicants,
    int Counted,
    int Chosen,
    double Rate,
    double? ImpactRatio,
    bool IsExcluded
);
