namespace CiivSoft.Grains.Undoing;

/// <summary>Whether an action may be undone.</summary>
internal abstract record UndoJudgement
{
    private UndoJudgement() { }

    /// <summary>Nobody touched it: it may be undone now.</summary>
    public sealed record Clear : UndoJudgement;

    /// <summary>It stands as undo would leave it, by our own hand.</summary>
    public sealed record IsUndone : UndoJudgement;

    /// <summary>It is left as it is.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    public sealed record LeftAlone(string Reason) : UndoJudgement;
}
