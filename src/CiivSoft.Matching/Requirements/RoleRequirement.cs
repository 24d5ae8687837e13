using System.Collections.Frozen;

namespace CiivSoft.Matching.Requirements;

/// <summary>The posting's title as a requirement: who did that work before is the first thing a recruiter looks for.</summary>
internal static class RoleRequirement
{
    private static readonly FrozenSet<string> Noise = FrozenSet.ToFrozenSet([
        "remote",
        "hybrid",
        "onsite",
        "part",
        "full",
        "time",
        "fulltime",
        "parttime",
        "contract",
        "temporary",
        "permanent",
        "shift",
        "night",
        "days",
        "nights",
        "weekend",
        "weekends",
        "m",
        "f",
        "d",
        "w",
        "x",
        "urgent",
        "immediate",
        "start",
        "hiring",
        "new",
        "grad",
        "needed",
        "wanted",
        "job",
        "position",
        "opening",
        "ii",
        "iii",
        "iv",
        "i",
        "1",
        "2",
        "3",
        "hourly",
    ]);

    public static void Add(RequirementDraft draft, string title)
    {
        var core = Core(title);
        if (core.Length == 0)
        {
            return;
        }

        draft.Add(
            core,
            new Requirement
            {
                Id = "",
                Kind = RequirementKind.Role,
                Importance = RequirementImportance.Must,
                Weight = 1,
                Text = $"Experience as {core}",
                Terms = [core],
            }
        );
    }

    /// <summary>The title without place, hours and brackets: "Nurse (m/f/d) - Night shift, Leeds" is Nurse.</summary>
    public static string Core(string title)
    {
        var cut = title.IndexOfAny(['(', '[', '|', '•', '–', '—']);
        var head = cut > 2 ? title[..cut] : title;
        var dash = head.IndexOf(" - ", StringComparison.Ordinal);
        head = dash > 2 ? head[..dash] : head;
        head = WithoutComma(head);
        var words = Term.Of(head).Where(term => !Noise.Contains(term.Lower)).ToList();
        return words.Exists(term => term.IsContent)
            ? string.Join(' ', words.Select(term => head.Substring(term.Start, term.Length)))
            : "";
    }

    // "Nurse, Leeds" is Nurse; "Manager, Commerce Marketing" is Commerce Marketing Manager.
    private static string WithoutComma(string title)
    {
        var comma = title.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 2)
        {
            return title;
        }

        var (first, rest) = (title[..comma].Trim(), title[(comma + 1)..].Trim());
        return
            first is "Manager" or "Director" or "Head" or "Supervisor" or "Coordinator" or "Specialist" or "Analyst"
            && rest.Length > 0
            ? rest + " " + first
            : first;
    }
}
