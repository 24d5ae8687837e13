using CiivSoft.Matching.Credentials;
using CiivSoft.Matching.Postings;

namespace CiivSoft.Matching.Requirements;

/// <summary>Drafts a posting's requirements from its text. A person may edit them; the score does not depend on them.</summary>
public static class RequirementDrafter
{
    /// <summary>Changes when the same text may give other requirements.</summary>
    public const string Version = "draft-5";

    private const int MaxItems = 24;
    private const int MaxDuties = 6;
    private const int FewItems = 4;

    /// <summary>
    /// The requirements in the order of the text, at most 24. Tags left in the text are ignored; offsets are those of
    /// <paramref name="posting"/>'s text. A posting without text gives an empty list.
    /// </summary>
    public static RequirementList Draft(PostingSource posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var text = PostingSentences.WithoutTags(posting.Text);
        var draft = new RequirementDraft(text)
        {
            Role = RoleRequirement.Core(posting.Title),
            RequiredByLaw = [.. RequiredCredentials.Of(posting.Title, text).Select(credential => credential.Name)],
        };
        RoleRequirement.Add(draft, posting.Title);
        var isList = IsMereList(text);
        var (part, label) = (PostingPart.Unknown, default(LineLabel?));
        foreach (var found in PostingSentences.Of(text))
        {
            var sentence = text.Substring(found.Start, found.Length);
            if (found.IsWholeLine && PostingCues.HeadingOf(sentence) is { } next)
            {
                part = next;
                continue;
            }

            draft.Refuse(ProtectedCriteria.Find(text, found.Start, found.Length));
            var own = PostingCues.LabelOf(sentence);
            label = own ?? (found.GoesOn && label?.Part != PostingPart.Ignored ? label : null);
            var said = label?.Under(part) ?? part;
            if (said != PostingPart.Ignored && !PostingCues.IsIgnored(sentence))
            {
                var skipped = own?.Skipped ?? 0;
                Read(draft, isList || label?.IsOfSkills == true, said, found.Start + skipped, found.Length - skipped);
            }
        }

        AddCredentials(draft);
        if (draft.Items.Count < FewItems)
        {
            AddPlainSentences(draft);
        }

        return new RequirementList(Version, Pick(draft.Items), draft.Refused);
    }

    // Under headings short lines are of many kinds, and a short advertisement has a place and hours besides.
    private static bool IsMereList(string text) =>
        KeySkills.IsList(text)
        && IsMostlyKnown(KeySkills.ItemsIn(text))
        && !PostingSentences
            .Of(text)
            .Any(found =>
                found.IsWholeLine && PostingCues.HeadingOf(text.Substring(found.Start, found.Length)) is not null
            );

    private static bool IsMostlyKnown(List<string> items) =>
        items.Count(item => SkillLexicon.Find(item, Term.Of(item)).Any()) * 2 >= items.Count;

    // A list of skills is read item by item, the rest as sentences.
    private static void Read(RequirementDraft draft, bool isList, PostingPart part, int start, int length)
    {
        var isAsked = part is PostingPart.Must or PostingPart.Nice;
        SentenceReader.Read(draft, isList && !isAsked ? PostingPart.Must : part, start, length, isList);
    }

    /// <summary>
    /// What one demand in a person's words asks for, read as a line under "requirements"; itself, word for word, when
    /// nothing in it is known.
    /// </summary>
    internal static IReadOnlyList<Requirement> ReadOne(string text, string title)
    {
        var draft = new RequirementDraft(text) { Role = RoleRequirement.Core(title) };
        var label = PostingCues.LabelOf(text);
        var skipped = label?.Skipped ?? 0;
        Read(draft, label?.IsOfSkills == true, PostingPart.Must, skipped, text.Length - skipped);
        if (draft.Items.Count == 0)
        {
            SentenceReader.ReadAny(draft, text);
        }

        // Years of something ask for it already. A place in the text of a wish is none in the posting's.
        return
        [
            .. draft
                .Items.Where(item =>
                    item.Kind != RequirementKind.Skill
                    || !draft.Items.Any(other =>
                        other.Kind == RequirementKind.Years
                        && other.Terms.Any(term => item.Terms.Contains(term, StringComparer.OrdinalIgnoreCase))
                    )
                )
                .Select(item => item with { SourceStart = 0, SourceLength = 0 }),
        ];
    }

    // The law asks for these whether the posting says so or not.
    private static void AddCredentials(RequirementDraft draft)
    {
        foreach (var name in draft.RequiredByLaw)
        {
            draft.Add(
                name,
                new Requirement
                {
                    Id = "",
                    Kind = RequirementKind.Licence,
                    Importance = RequirementImportance.Must,
                    Weight = RequirementDraft.WeightOfLaw,
                    Text = name,
                    Terms = [name],
                }
            );
        }
    }

    // A posting without headings: what it tells of the work is all there is to go by.
    private static void AddPlainSentences(RequirementDraft draft)
    {
        foreach (var found in PostingSentences.Of(draft.Text))
        {
            var (start, length) = (found.Start, found.Length);
            if (!draft.Covers(start, length) && !PostingCues.IsIgnored(draft.Text.Substring(start, length)))
            {
                SentenceReader.ReadDuty(draft, start, length);
            }
        }
    }

    // What is required comes before what is not when there is too much; duties only illustrate.
    private static List<Requirement> Pick(IReadOnlyList<Requirement> items)
    {
        var duties = items.Where(item => item.Kind == RequirementKind.Duty).Take(MaxDuties).ToHashSet();
        var ranked = items
            .Where(item => item.Kind != RequirementKind.Duty || duties.Contains(item))
            .OrderByDescending(item => item.Weight)
            .Take(MaxItems)
            .ToHashSet();
        return [.. items.Where(ranked.Contains)];
    }
}
