using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace CiivSoft.Lever;

/// <summary>An API key of Lever. It never shows itself: not as text, not in a debugger, not through serialization.</summary>
[DebuggerDisplay("***")]
public sealed class LeverApiKey
{
    private const int MaxLength = 512;
    private readonly string _secret;

    /// <param name="secret">The key as Lever showed it; white space around it is dropped.</param>
    /// <exception cref="ArgumentException">It is empty, too long, or has characters that no key has. The message does not repeat it.</exception>
    public LeverApiKey(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        _secret = secret.Trim();
        if (_secret.Length is 0 or > MaxLength || _secret.Any(c => c is <= ' ' or > '~' or ':'))
        {
            throw new ArgumentException("This is not a Lever API key.", nameof(secret));
        }
    }

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    internal AuthenticationHeaderValue ToHeader() =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(_secret + ":")));
}
