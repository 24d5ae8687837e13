namespace CiivSoft.Dashboard.Views;

/// <summary>How far a résumé shows a requirement, in words; and what a different result would have needed.</summary>
internal static class Judgements
{
    public static string Text(string judgement) =>
        judgement switch
        {
            "Met" => "met",
            "Partly" => "partly",
            "NotMet" => "not met",
            _ => "not mentioned",
        };

    public static string Tone(string judgement) =>
        judgement switch
        {
            "Met" => "good",
            "Partly" => "info",
            "NotMet" => "bad",
            _ => "",
        };

    /// <summary>Best first.</summary>
    public static int Order(string judgement) =>
        judgement switch
        {
            "Met" => 0,
            "Partly" => 1,
            "NotMet" => 3,
            _ => 2,
        };

    /// <summary>What stood between a pair that was scored below the bar and a match; null when nothing did.</summary>
    public static string? Missing(DecisionModel model)
    {
        if (model is not { Decision: { Score: { } score, Cut: { } cut }, Evidence: { } evidence } || score >= cut)
        {
            return null;
        }

        var missing = evidence
            .Findings.Where(f => f.Judgement is not ("Met" or "Partly"))
            .OrderByDescending(f => f.Requirement.Importance == "Must")
            .ThenByDescending(f => f.Requirement.Weight)
            .Select(f => f.Requirement.Text)
            .Take(4)
            .ToList();
        var lacks =
            $"The score of {Words.Score(score)} is {Words.Score(cut - score)} below the bar of {Words.Score(cut)}.";
        return missing.Count == 0
            ? lacks
            : $"{lacks} What the posting asks for and the résumé does not show, most important first: {string.Join("; ", missing)}. "
                + "A résumé that shows these in its own words would score higher; by how much is not known beforehand.";
    }
}
