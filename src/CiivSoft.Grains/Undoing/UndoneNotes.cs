using CiivSoft.Abstractions;

namespace CiivSoft.Grains.Undoing;

/// <summary>The notes that say that something was taken back. Earlier notes stay as they are.</summary>
internal static class UndoneNotes
{
    public static string OfMove(string reference) =>
        $"""
            FiiLTER undone
            The move was taken back by CiiVSOFT's operator: this application stands in New applicant again. FiiLTER will not move it again.
            Ref {reference}
            """.ReplaceLineEndings("\n");

    public static string OfLead(Solution solution, string reference) =>
        $"""
            {(solution == Solution.Arkiive ? "ARKiiVE" : "REFiiNE")} undone
            This lead was withdrawn by CiiVSOFT's operator; nobody had worked on it. The person will not be proposed for this posting again.
            Ref {reference}
            """.ReplaceLineEndings("\n");
}
