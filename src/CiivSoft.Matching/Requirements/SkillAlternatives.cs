using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>The skills that a stretch names; "SAP or Oracle" and "Kafka, RabbitMQ or NATS" are one demand that any of them meets.</summary>
internal static class SkillAlternatives
{
    // "Python, SQL, Docker, AWS or Azure" asks for three things and one of two.
    private const int LongestRun = 3;

    // "C#, Java or Clojure": of the last nothing is known, and either of the others will do all the same.
    private static readonly Regex OrSomethingElse = Patterns.Bounded(@"\G,?\s{1,4}or\s{1,4}\p{L}");

    /// <summary>The demands in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="isTaken">True for a skill, by name and place, that is asked for as something else.</param>
    public static IEnumerable<SkillDemand> Find(
        string text,
        int start,
        int length,
        Func<string, int, int, bool> isTaken
    )
    {
        var terms = Term.Of(text, start, length);
        var run = new List<PlacedSkill>();
        foreach (var mention in SkillLexicon.Find(text, terms))
        {
            var first = terms[mention.First];
            var last = terms[mention.First + mention.Count - 1];
            if (isTaken(mention.Skill, first.Start, last.End - first.Start))
            {
                continue;
            }

            var joint = run.Count == 0 ? Joint.None : JointOf(text, run[^1].End, first.Start);
            if (joint == Joint.None || (joint == Joint.Comma && run.Exists(skill => skill.Joint == Joint.Or)))
            {
                foreach (var demand in Close(run, text))
                {
                    yield return demand;
                }

                run.Clear();
                joint = Joint.None;
            }

            run.Add(new PlacedSkill(mention.Skill, first.Start, last.End, joint));
        }

        foreach (var demand in Close(run, text))
        {
            yield return demand;
        }
    }

    // Where no "or" stands in the run or right behind it, its members are asked for one by one; of a long run all but the last
    // two.
    private static IEnumerable<SkillDemand> Close(List<PlacedSkill> run, string text)
    {
        var or = run.FindIndex(skill => skill.Joint == Joint.Or);
        var endsInOr = or < 0 && run.Count > 1 && run.Count < LongestRun && OrSomethingElse.IsMatch(text, run[^1].End);
        var first =
            endsInOr ? 0
            : or < 0 ? run.Count
            : run.Count <= LongestRun ? 0
            : or - 1;
        foreach (var skill in run.Take(first))
        {
            yield return new SkillDemand([skill.Name], skill.Start, skill.End - skill.Start);
        }

        if (first < run.Count)
        {
            yield return new SkillDemand(
                [.. run.Skip(first).Select(skill => skill.Name).Distinct(StringComparer.Ordinal)],
                run[first].Start,
                run[^1].End - run[first].Start
            );
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
