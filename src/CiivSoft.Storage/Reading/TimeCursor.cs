namespace CiivSoft.Storage.Reading;

/// <summary>A place in a list that is ordered by time, newest first.</summary>
/// <param name="At">Time of the last row seen, milliseconds.</param>
/// <param name="Id">Id of the last row seen.</param>
public readonly record struct TimeCursor(long At, string Id);
