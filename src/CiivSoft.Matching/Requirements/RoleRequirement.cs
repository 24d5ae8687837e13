using System.Collections.Frozen;
using System.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>The posting's title as a requirement: who did that work before is the first thing a recruiter looks for.</summary>
internal static class RoleRequirement
{
    // Hours, contract and rank, wherever they stand.
    private static readonly FrozenSet<string> Noise = Words(
        "remote hybrid onsite fulltime parttime temporary permanent days nights weekends m f d w x urgent immediate needed "
            + "wanted ii iii iv i 1 2 3 hourly"
    );

    // At the end only: a contract manager, a job coach and a night auditor are called so.
    private static readonly FrozenSet<string> NoiseAtTheEnd = Words(
        "contract shift night weekend job position opening start"
    );

    // Together only: a full-stack developer and a new business manager are called so.
    private static readonly FrozenSet<(string, string)> NoisyPairs = FrozenSet.ToFrozenSet([
        ("full", "time"),
        ("part", "time"),
        ("new", "grad"),
        ("new", "graduate"),
        ("now", "hiring"),
        ("immediate", "start"),
        ("day", "shift"),
        ("night", "shift"),
        ("weekend", "shift"),
    ]);

    // "Director, Finance": what is directed stands behind the comma.
    private static readonly FrozenSet<string> FieldFollows = Words(
        "Manager Director Head Supervisor Coordinator Specialist Analyst"
    );

    private static readonly FrozenSet<string> Ranks = Words("Senior Sr Junior Jr Associate Assistant Deputy Executive");

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
        var words = WithoutNoise([.. Term.Of(head)]);
        return words.Exists(term => term.IsContent) ? Joined(head, words) : "";
    }

    private static List<Term> WithoutNoise(List<Term> words)
    {
        var telling = new List<Term>();
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && NoisyPairs.Contains((words[i].Lower, words[i + 1].Lower)))
            {
                i++;
            }
            else if (!Noise.Contains(words[i].Lower))
            {
                telling.Add(words[i]);
            }
        }

        while (telling.Count > 0 && NoiseAtTheEnd.Contains(telling[^1].Lower))
        {
            telling.RemoveAt(telling.Count - 1);
        }

        return telling;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static string Joined(string head, List<Term> words)
    {
        var joined = new StringBuilder();
        var end = words[0].Start;
        foreach (var word in words)
        {
            joined.Append(Joint(head[end..word.Start])).Append(head, word.Start, word.Length);
            end = word.Start + word.Length;
        }

        return joined.ToString();
    }

    // "Sales & Marketing", "UI/UX" and "full-stack" stay as written.
    private static string Joint(string between) =>
        between.Length == 0 || between is "-" || between.Trim() is "&" or "/" ? between : " ";

    // "Nurse, Leeds" is Nurse; "Senior Director, Finance" is Senior Finance Director.
    private static string WithoutComma(string title)
    {
        var comma = title.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 2)
        {
            return title;
        }

        var (first, rest) = (title[..comma].Trim(), title[(comma + 1)..].Trim());
        var space = first.LastIndexOf(' ');
        var (ranks, head) = (first[..(space + 1)], first[(space + 1)..]);
        return
            rest.Length > 0
            && FieldFollows.Contains(head)
            && Array.TrueForAll(ranks.Split(' ', StringSplitOptions.RemoveEmptyEntries), Ranks.Contains)
            ? $"{ranks}{rest} {head}"
            : first;
    }
}
