using System.Text.RegularExpressions;

namespace CiivSoft.Matching.Redaction;

/// <summary>E-mail addresses, web addresses and phone numbers. All patterns run in linear time.</summary>
internal static class ContactPatterns
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking
        | RegexOptions.CultureInvariant
        | RegexOptions.IgnoreCase
        | RegexOptions.ExplicitCapture;

    private const string TopLevel =
        "com|org|net|io|me|dev|info|eu|uk|de|fr|es|pl|nl|it|pt|ro|ie|at|ch|be|us|ca|au|in|cn|jp|ru|ua|br|co|ai|app|page|name|pro|tech|site|online|xyz|blog|design|vn|kr|se|no|dk|fi|cz|gr|tr|il|ae|sa|eg|ng|za|mx|ar|cl";

    private const string Hosts =
        "linkedin|github|gitlab|bitbucket|xing|facebook|fb|twitter|x|instagram|medium|behance|dribbble|stackoverflow|orcid|researchgate|kaggle|youtube|tiktok|t|vk|pinterest|codepen|leetcode|hackerrank|about|wa";

    public static Regex Email { get; } =
        new(
            @"[\p{L}\p{M}\p{N}._%+'-]+\s?(@|\(at\)|\[at\]|＠)\s?[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+|\[e-?mail\]",
            Options
        );

    public static Regex Link { get; } =
        new(
            $@"\b(https?|ftp)://\S+|\bwww\.\S+|\b([\p{{L}}\p{{N}}-]+\.)*({Hosts})\.(com|org|net|io|me|de|ru)/\S*|\b[\p{{L}}\p{{N}}-]+(\.[\p{{L}}\p{{N}}-]+)*\.({TopLevel})/\S+|\[url\]|\b(linkedin|github|gitlab|skype|twitter|instagram|facebook|telegram|whatsapp|wechat|xing|behance|dribbble|portfolio|website|homepage)\s?[:：/]\s?\S+",
            Options
        );

    /// <summary>A bare domain; only the header's are the person's own.</summary>
    public static Regex Domain { get; } = new($@"\b[\p{{L}}\p{{N}}-]+(\.[\p{{L}}\p{{N}}-]+)*\.({TopLevel})\b", Options);

    public static Regex Handle { get; } = new(@"@[\p{L}\p{N}_.]+", Options);

    public static Regex Phone { get; } =
        new(
            @"(\+|\(\s?\+?|00)?\s?\p{Nd}[\p{Nd}\s()./·‐-–-]{4,24}\p{Nd}(\s?(ext|x|extension|dw)\.?\s?\p{Nd}{1,6})?|\[phone\]",
            Options
        );

    /// <summary>Numbers such as 8.000-12.000 or 1 000 000.</summary>
    public static Regex Thousands { get; } =
        new(@"^\s*\p{Nd}{1,3}([. ]\p{Nd}{3})+(\s?[-–]\s?\p{Nd}{1,3}([. ]\p{Nd}{3})*)?\s*$", Options);

    public static Regex PhoneLabel { get; } =
        new(
            @"\b(tel|tél|telephone|phone|mobile|mob|cell|cellphone|handy|telefon|teléfono|telefono|telefone|portable|komórka|fax|whatsapp|ph|m|t|p|c)\s?(no|number|nr|#)?\.?\s?[:：.]?\s*$",
            Options
        );

    private static readonly Regex Contact = new(
        @"@|\bwww\.|https?://|\[email\]|\[phone\]|\[url\]|linkedin|github|\+\p{Nd}{2}",
        Options
    );

    public static bool Any(string line) => Contact.IsMatch(line);
}
