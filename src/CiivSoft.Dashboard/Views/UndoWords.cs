using CiivSoft.Abstractions.Undoing;

namespace CiivSoft.Dashboard.Views;

/// <summary>Undoing, in words.</summary>
internal static class UndoWords
{
    public static string Action(UndoAction action) =>
        action switch
        {
            UndoAction.Move => "move to CiiVSOFT SCREENED",
            UndoAction.Lead => "lead",
            _ => "recommendation by note and tag",
        };

    public static string State(UndoState state) =>
        state switch
        {
            UndoState.Possible => "can be undone",
            UndoState.Planned => "asked for",
            UndoState.Undone => "undone",
            UndoState.LeftAlone => "left alone",
            UndoState.ByHand => "by hand",
            UndoState.Unknown => "outcome unknown",
            _ => "refused by Lever",
        };

    public static string Tone(UndoState state) =>
        state switch
        {
            UndoState.Possible => "info",
            UndoState.Undone => "good",
            UndoState.LeftAlone or UndoState.ByHand or UndoState.Unknown => "warn",
            UndoState.Failed => "bad",
            _ => "",
        };

    /// <summary>What became, or would become, of all of them.</summary>
    public static string Summary(UndoList list)
    {
        var counts = list.Items.GroupBy(i => i.State).OrderBy(g => g.Key).Select(g => $"{g.Count()} {State(g.Key)}");
        var text = string.Join(", ", counts);
        return text.Length == 0
            ? "Nothing was done in Lever that could be undone."
            : $"{text}{(list.HasMore ? ", and more than are listed" : "")}.";
    }
}
