using System.Text.RegularExpressions;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Credentials;

/// <summary>Which regulated credentials a posting cannot do without.</summary>
internal static class RequiredCredentials
{
    // A nurse recruiter nurses nobody.
    private static readonly Regex OtherWork = Patterns.Words(
        @"recruit\w*|liaison|scribe|secretary|schedul\w+|receptionist|sales|marketing|representative|assistants?|aides?|paralegal|tech|technician|biller|billing|coder|clerk|support|software|student|trainee|intern(ship)?|helper|coordinator|hiring|educator"
    );

    // "CPA or MBA", "able to obtain a licence", "within 90 days": who lacks it may come all the same.
    private static readonly Regex Loose = Patterns.Words(
        @"or|obtain\w*|acquire|eligib\w+|eligible|candidate|working towards?|in progress|pursu\w+|within (\d+|the first|one|two|three|six|\w+ty)|willing\w*|if applicable|may be|train(ing)? (is )?provided|we will train"
    );

    /// <summary>The title's, then the text's, each once.</summary>
    /// <param name="title">Of the posting.</param>
    /// <param name="text">Tags in it are ignored.</param>
    public static IReadOnlyList<Credential> Of(string title, string text)
    {
        var required = KnownCredentials.All.Where(credential => IsForTitle(credential, title)).ToList();
        var part = PostingPart.Unknown;
        var plain = PostingSentences.WithoutTags(text);
        foreach (var found in PostingSentences.Of(plain))
        {
            var sentence = plain.Substring(found.Start, found.Length);
            if (found.IsWholeLine && PostingCues.HeadingOf(sentence) is { } next)
            {
                part = next;
            }
            else if (IsDemand(part, sentence))
            {
                required.AddRange(
                    KnownCredentials.All.Where(credential =>
                        !required.Contains(credential) && credential.Asked.IsMatch(sentence)
                    )
                );
            }
        }

        return required;
    }

    /// <summary>Those that an edited list requires: a person's word stands in place of title and text.</summary>
    public static IReadOnlyList<Credential> Of(RequirementList edited) =>
        [.. KnownCredentials.All.Where(credential => edited.Items.Any(item => Bars(item, credential)))];

    /// <summary>Whether somebody without what is asked for here is below every bar.</summary>
    public static bool Bars(Requirement requirement) => KnownCredentials.All.Any(c => Bars(requirement, c));

    private static bool Bars(Requirement requirement, Credential credential) =>
        requirement is { Kind: RequirementKind.Licence, Importance: RequirementImportance.Must }
        && (
            requirement.Terms.Contains(credential.Name, StringComparer.Ordinal)
            || credential.Asked.IsMatch(requirement.Text)
        );

    private static bool IsForTitle(Credential credential, string title)
    {
        if (credential.Title is not { } pattern)
        {
            return false;
        }

        // The assistant's own certificate counts although an assistant needs no nurse's.
        var telling = TitleWords.Telling(title);
        var match = pattern.Match(telling);
        return match.Success && !OtherWork.IsMatch(telling.Remove(match.Index, match.Length));
    }

    private static bool IsDemand(PostingPart part, string sentence) =>
        part is not (PostingPart.Nice or PostingPart.Ignored)
        && !PostingCues.SaysNice(sentence)
        && (part == PostingPart.Must || PostingCues.SaysMust(sentence))
        && !Loose.IsMatch(sentence);
}
