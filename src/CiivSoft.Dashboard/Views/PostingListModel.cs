using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>A page of postings.</summary>
/// <param name="Lines">Open ones first, then by title.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record PostingListModel(IReadOnlyList<PostingLine> Lines, bool HasMore);
