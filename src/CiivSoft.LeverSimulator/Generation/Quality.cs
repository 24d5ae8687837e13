namespace CiivSoft.LeverSimulator.Generation;

/// <summary>How somebody who applies fits the posting.</summary>
internal enum Quality
{
    /// <summary>Of the occupation, at the level or above.</summary>
    Strong,

    /// <summary>Of a related occupation, or a beginner.</summary>
    Partial,

    /// <summary>Of another occupation; of one that another open posting looks for, where there is one.</summary>
    Wrong,
}
