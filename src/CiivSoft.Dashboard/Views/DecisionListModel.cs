using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>A page of decisions.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Names">Names of the people in them, by contact.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record DecisionListModel(
    IReadOnlyList<DecisionLine> Lines,
    IReadOnlyDictionary<string, string> Names,
    string? Next
);
