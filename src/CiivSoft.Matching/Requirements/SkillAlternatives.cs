namespace CiivSoft.Matching.Requirements;

/// <summary>The skills that a stretch names; "SAP or Oracle" and "Kafka, RabbitMQ or NATS" are one demand that any of them meets.</summary>
internal static class SkillAlternatives
{
    public static IEnumerable<SkillDemand> Find(string text, int start, int length)
    {
        var terms = Term.Of(text, start, length);
        var run = new List<PlacedSkill>();
        foreach (var mention in SkillLexicon.Find(text, terms))
        {
            var first = terms[mention.First];
            var last = terms[mention.First + mention.Count - 1];
            var joint = run.Count == 0 ? Joint.None : JointOf(text, run[^1].End, first.Start);
            if (joint == Joint.None || (joint == Joint.Comma && run.Exists(skill => skill.Joint == Joint.Or)))
            {
                foreach (var demand in Close(run))
                {
                    yield return demand;
                }

                run.Clear();
                joint = Joint.None;
            }

            run.Add(new PlacedSkill(mention.Skill, first.Start, last.End, joint));
        }

        foreach (var demand in Close(run))
        {
            yield return demand;
        }
    }

    // Where no "or" stands in the run its members are asked for one by one.
    private static IEnumerable<SkillDemand> Close(List<PlacedSkill> run)
    {
        if (run.Exists(skill => skill.Joint == Joint.Or))
        {
            yield return new SkillDemand(
                [.. run.Select(skill => skill.Name).Distinct(StringComparer.Ordinal)],
                run[0].Start,
                run[^1].End - run[0].Start
            );
            yield break;
        }

        foreach (var skill in run)
        {
            yield return new SkillDemand([skill.Name], skill.Start, skill.End - skill.Start);
        }
    }

    private static Joint JointOf(string text, int start, int end) =>
        text.AsSpan(start, end - start).Trim() switch
        {
            "," => Joint.Comma,
            "or" or ", or" or "or/and" or "and/or" => Joint.Or,
            _ => Joint.None,
        };

    private enum Joint
    {
        None = 0,
        Comma,
        Or,
    }

    // The joint is what stands before the skill.
    private sealed record PlacedSkill(string Name, int Start, int End, Joint Joint);
}

/// <summary>A skill that is asked for, or several of which any one will do.</summary>
/// <param name="Names">Their usual names, at least one.</param>
/// <param name="Start">Where the first is named.</param>
/// <param name="Length">Up to the end of the last.</param>
internal sealed record SkillDemand(IReadOnlyList<string> Names, int Start, int Length)
{
    /// <summary>"SAP", "SAP or Oracle", "Kafka, RabbitMQ or NATS".</summary>
    public string Text => Names.Count == 1 ? Names[0] : $"{string.Join(", ", Names.SkipLast(1))} or {Names[^1]}";
}
