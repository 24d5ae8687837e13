namespace CiivSoft.LeverSimulator.World;

/// <summary>Finds contacts by e-mail address. Holds hashes alone; who asks compares the addresses. Not safe for several threads.</summary>
internal sealed class EmailIndex
{
    private readonly Dictionary<int, int> _newestEntry = [];
    private readonly List<(int Contact, int Older)> _entries = [];

    /// <summary>The form in which two addresses are the same one.</summary>
    public static string Canonicalize(string email) => email.Trim().ToLowerInvariant();

    public void Add(string email, int contactNumber)
    {
        var hash = HashOf(email);
        _entries.Add((contactNumber, _newestEntry.GetValueOrDefault(hash, -1)));
        _newestEntry[hash] = _entries.Count - 1;
    }

    /// <summary>Contacts that had this address, or one with the same hash, when they were added; newest first, perhaps repeated.</summary>
    public IEnumerable<int> Find(string email)
    {
        for (var entry = _newestEntry.GetValueOrDefault(HashOf(email), -1); entry >= 0; entry = _entries[entry].Older)
        {
            yield return _entries[entry].Contact;
        }
    }

    private static int HashOf(string email) => string.GetHashCode(Canonicalize(email), StringComparison.Ordinal);
}
