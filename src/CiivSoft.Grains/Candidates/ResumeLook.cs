using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// Which of a person's opportunities a look for a résumé goes through, newest first up to the one that the known résumé came
/// from, and how they stood at the last look: while that is the same, another look costs calls and finds nothing.
/// </summary>
internal sealed class ResumeLook
{
    private const char Separator = '/';
    private const int HashBytes = 8;

    private readonly ContactRow _contact;
    private readonly IReadOnlyList<OpportunityRow> _own;

    public ResumeLook(ContactRow contact, IEnumerable<OpportunityRow> opportunities)
    {
        _contact = contact;
        _own =
        [
            .. opportunities
                .Where(o => o.ContactId == contact.ContactId && o.LeadOf is null)
                .OrderByDescending(o => o.CreatedAtMs)
                .ThenBy(o => o.OpportunityId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The newest opportunity; null when there is none to look at.</summary>
    public string? Newest => _own.Count == 0 ? null : _own[0].OpportunityId;

    private int ReadFrom =>
        _contact.ResumeId is { } path
            ? _own.ToList().FindIndex(o => path.StartsWith(o.OpportunityId + Separator, StringComparison.Ordinal))
            : -1;

    /// <summary>Whether anything changed that may have brought a résumé since the last look.</summary>
    public bool HasNews => _contact.ResumeLook is { } last ? last != Mark : ReadFrom != 0;

    /// <summary>What to look through: the newer ones, and the one that was read from where it changed itself.</summary>
    public IReadOnlyList<string> Opportunities
    {
        get
        {
            var from = ReadFrom;
            var newer = from < 0 ? _own : _own.Take(from);
            var isChanged =
                from >= 0
                && _contact.ResumeLook is { } last
                && !last.StartsWith(SignalOf(from), StringComparison.Ordinal);
            return [.. newer.Select(o => o.OpportunityId), .. isChanged ? [_own[from].OpportunityId] : (string[])[]];
        }
    }

    /// <summary>The contact with this look remembered, as it stands after it.</summary>
    public ContactRow Remember(ContactRow contact) => contact with { ResumeLook = new ResumeLook(contact, _own).Mark };

    private string Mark
    {
        get
        {
            var from = ReadFrom;
            var newer = from < 0 ? _own : _own.Take(from);
            var text = string.Join(
                ' ',
                newer.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.OpportunityId}:{o.ResumeSignal}"))
            );
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes);
            return (from < 0 ? "-" + Separator : SignalOf(from)) + Convert.ToHexStringLower(hash);
        }
    }

    private string SignalOf(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{_own[index].ResumeSignal}{Separator}");
}
