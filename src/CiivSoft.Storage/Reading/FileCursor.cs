using CiivSoft.Storage.Mirror;

namespace CiivSoft.Storage.Reading;

/// <summary>A place in the list of files that gave no text, which is ordered by cause.</summary>
/// <param name="Status">Cause of the last row seen.</param>
/// <param name="ContactId">Person of the last row seen.</param>
public readonly record struct FileCursor(ResumeStatus Status, string ContactId);
