using System.Collections.Frozen;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>Judges, word by word, whether a phrase is a job title.</summary>
internal sealed class TitlePhrase(IReadOnlySet<string> headNouns)
{
    private const int MaxWords = 9;
    private const int MaxLength = 80;

    // A title without any capital is short: "summer camp counselor".
    private const int MaxWordsWithoutCapital = 4;

    // "Associate of sales" may be in lower case after its first word; a sentence rarely ends or begins in a head noun.
    private const int MaxLowerCaseWords = 6;

    // A degree is no role, whatever else the phrase holds.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Disqualifying = Words(
        "bachelor bachelors bachelor's masters master's bs ba bsc msc mba phd degree diploma gpa certificate coursework ged courses"
    );

    // "Master of Science" is a degree, "Master Data Manager" is none.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverAfterMaster = Words(
        "of in science arts business"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OnlyAfterMs = Words(
        "access crm dynamics excel office project sharepoint sql"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OnlyAfterPer = Words("diem");

    // "Lincoln High School" is no role, "High School Teacher" is one, and so is "Training Manager".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeedsHead = Words(
        "university college school schools institute training major minor certification"
    );

    // Fillers of anonymised or template résumés.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = Words(
        "company name city state employer title"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWords = Words(
        "of and the to for in at from on with & - /"
    );

    // What was done begins so, not what somebody was: "Used Office Manager", "Responsible for the BOH operations".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing = Words(
        "i as was were is are by my our responsible duties using including ensuring providing assisting arranging "
            + "use uses used assist assists assisted provide provides provided manage manages managed work works worked "
            + "perform performs performed maintain maintains maintained develop develops developed create creates created "
            + "ensure ensures ensured coordinate coordinates coordinated supervise supervises supervised serve serves served "
            + "prepare prepares prepared conduct conducts conducted handle handles handled respond responds responded "
            + "complete completes completed implement implements implemented oversee oversees oversaw collaborate collaborates "
            + "collaborated communicate communicates communicated facilitate facilitates facilitated help helps helped "
            + "identify identifies identified improve improves improved increase increases increased negotiate negotiates "
            + "negotiated discuss discusses discussed recruit recruits recruited arrange arranges arranged supported "
            + "reported"
    );

    private int _start = -1;
    private int _end;
    private int _words;
    private int _length;
    private int _capitals;
    private int _lowerCase;
    private string _last = "";
    private bool _startsWithHead;
    private bool _startsWithVerb;
    private bool _hasHead;
    private bool _endsWithHead;
    private bool _awaitsHead;

    /// <summary>Where the title stands in the phrase; null when the phrase is none.</summary>
    public TextSpan? Place => IsTitle && (IsTitleCase || IsSentenceCase) ? Whole : null;

    /// <summary>The same for a phrase without a capital, which by itself would rather be part of a sentence.</summary>
    public TextSpan? PlaceWithoutCapital =>
        IsTitle && _capitals == 0 && _words <= MaxWordsWithoutCapital && _endsWithHead && !_startsWithVerb
            ? Whole
            : null;

    private TextSpan Whole => new(_start, _end - _start);

    private bool IsTitle =>
        _hasHead && !_awaitsHead && _last is not ("per" or "ms") && _words <= MaxWords && _length <= MaxLength;

    private bool IsTitleCase => _capitals > 2 * _lowerCase;

    private bool IsSentenceCase =>
        _capitals > 0 && _words <= MaxLowerCaseWords && !_startsWithVerb && (_startsWithHead || _endsWithHead);

    /// <summary>False when no title can hold this word.</summary>
    public bool Add(ReadOnlySpan<char> word, int start)
    {
        if (Disqualifying.Contains(word) || !MayFollow(word) || (_start < 0 && Doing.Contains(word)))
        {
            return false;
        }

        var isScrumMaster = _last is "scrum" && Is(word, "master");
        _last = Telling(word);
        if (Fillers.Contains(word))
        {
            return true;
        }

        _words++;
        _length += _start < 0 ? 0 : word.Length + 1;
        if (SmallWords.Contains(word))
        {
            return true;
        }

        var isHead = isScrumMaster || IsHead(word);
        if (_start < 0)
        {
            _start = start;
            _length = word.Length;
            _startsWithHead = isHead;
            _startsWithVerb = word.EndsWith("ed") || word.EndsWith("ing");
        }

        _end = start + word.Length;
        _capitals += char.IsLower(word[0]) ? 0 : 1;
        _lowerCase += char.IsLower(word[0]) ? 1 : 0;
        _hasHead |= isHead;
        _awaitsHead = !isHead && (_awaitsHead || NeedsHead.Contains(word));
        _endsWithHead = isHead;
        return true;
    }

    private bool MayFollow(ReadOnlySpan<char> word) =>
        _last switch
        {
            "master" => !NeverAfterMaster.Contains(word),
            "ms" => OnlyAfterMs.Contains(word),
            "per" => OnlyAfterPer.Contains(word),
            _ => true,
        };

    // Of the last word no more is asked than whether it is one of these.
    private static string Telling(ReadOnlySpan<char> word) =>
        Is(word, "master") ? "master"
        : Is(word, "ms") ? "ms"
        : Is(word, "per") ? "per"
        : Is(word, "scrum") ? "scrum"
        : "";

    private static bool Is(ReadOnlySpan<char> word, string other) =>
        word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private bool IsHead(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[MaxLength];
        if (word.Length > lower.Length)
        {
            return false;
        }

        word.ToLowerInvariant(lower);
        foreach (var part in lower[..word.Length].SplitAny('/', '-'))
        {
            if (headNouns.Contains(lower[part].ToString()))
            {
                return true;
            }
        }

        return false;
    }
}
