using CiivSoft.Abstractions.Accounts;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Accounts;

/// <summary>What is worth knowing before an account goes live, although nothing is wrong.</summary>
internal static class PreflightAdvice
{
    public const string CreateOpportunity = "create-opportunity";
    public const string Withdrawing = "undo-of-leads";
    public const string Confidential = "confidential-access";
    public const string ServiceUser = "service-user";

    public static Preflight AddTo(Preflight preflight, DateTimeOffset now) =>
        preflight with
        {
            Advice = [.. Of(preflight, now)],
        };

    private static IEnumerable<Finding> Of(Preflight preflight, DateTimeOffset now)
    {
        if (StateOf(preflight, LeverRoute.CreateOpportunity) != RightState.Present)
        {
            yield return new Finding(
                CreateOpportunity,
                $"Lever's help article for CiiVSOFT does not list the right '{LeverRoute.CreateOpportunity.Right}', which leads "
                    + "need. With exactly its rights FiiLTER works in full, and ARKiiVE and REFiiNE recommend people by a note and "
                    + "a tag on their newest opportunity instead of making them leads. Whether this key has it shows at the first lead.",
                $"In Lever, tick '{LeverRoute.CreateOpportunity.Right}' too when making the key (a key cannot be edited), and connect with it.",
                now
            );
        }

        if (StateOf(preflight, LeverRoute.ListArchiveReasons) == RightState.Missing)
        {
            yield return new Finding(
                Withdrawing,
                "Undo puts applications back by itself. To withdraw leads that were made it must read archive reasons and "
                    + "archive; without these two rights it says what to do by hand.",
                $"Optional: tick '{LeverRoute.ListArchiveReasons.Right}' and '{LeverRoute.ArchiveOpportunity.Right}' too. "
                    + "Nothing but undo archives, and only leads of ours that nobody touched.",
                now
            );
        }

        if (preflight.ConfidentialAccess == RightState.Missing)
        {
            yield return new Finding(
                Confidential,
                "The key has no access to confidential data: confidential postings and opportunities are left out.",
                $"Optional: tick '{LeverRoute.ConfidentialAccess}' when making the key, and switch confidential postings on in the settings.",
                now
            );
        }

        if (StateOf(preflight, LeverRoute.AddNote) != RightState.Present)
        {
            yield return new Finding(
                ServiceUser,
                $"Changes are made as the user '{preflight.ServiceUser}'. Lever has no way to look a user up with this key: a wrong "
                    + "id shows at the first write.",
                "Compare it with the service user that Lever Support named.",
                now
            );
        }
    }

    private static RightState StateOf(Preflight preflight, LeverRoute route) =>
        preflight.Rights.FirstOrDefault(r => r.Name == route.Right)?.State ?? RightState.NotYetKnown;
}
