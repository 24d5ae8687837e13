using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Redaction;

/// <summary>
/// E-mail addresses, web addresses and phone numbers. What a part may be at most is that of RFC 5321 and RFC 1035, so that no
/// text takes more than time in proportion to its length.
/// </summary>
internal static class ContactPatterns
{
    private const string Label = @"[\p{L}\p{N}-]{1,63}";

    private const string TopLevel =
        "com|org|net|io|me|dev|info|eu|uk|de|fr|es|pl|nl|it|pt|ro|ie|at|ch|be|us|ca|au|in|cn|jp|ru|ua|br|co|ai|app|page|name|pro|tech|site|online|xyz|blog|design|vn|kr|se|no|dk|fi|cz|gr|tr|il|ae|sa|eg|ng|za|mx|ar|cl";

    private const string Hosts =
        "linkedin|github|gitlab|bitbucket|xing|facebook|fb|twitter|x|instagram|medium|behance|dribbble|stackoverflow|orcid|researchgate|kaggle|youtube|tiktok|t|vk|pinterest|codepen|leetcode|hackerrank|about|wa";

    public static Regex Email { get; } =
        Patterns.Bounded(
            @"[\p{L}\p{M}\p{N}._%+'-]{1,64}\s?(@|\(at\)|\[at\]|＠)\s?[\p{L}\p{M}\p{N}-]{1,63}(\.[\p{L}\p{M}\p{N}-]{1,63}){1,8}|\[e-?mail\]"
        );

    public static Regex Link { get; } =
        Patterns.Bounded(
            $@"\b(https?|ftp)://\S+|\bwww\.\S+|\b({Label}\.){{0,8}}({Hosts})\.(com|org|net|io|me|de|ru)/\S*|\b{Label}(\.{Label}){{0,8}}\.({TopLevel})/\S+|\[url\]|\b(linkedin|github|gitlab|skype|twitter|instagram|facebook|telegram|whatsapp|wechat|xing|behance|dribbble|portfolio|website|homepage)\s?[:：/]\s?\S+"
        );

    /// <summary>A bare domain; only the header's are the person's own.</summary>
    public static Regex Domain { get; } = Patterns.Bounded($@"\b{Label}(\.{Label}){{0,8}}\.({TopLevel})\b");

    public static Regex Handle { get; } = Patterns.Bounded(@"@[\p{L}\p{N}_.]+");

    public static Regex Phone { get; } =
        Patterns.Bounded(
            @"(\+|\(\s?\+?|00)?\s?\p{Nd}[\p{Nd}\s()./·‐-–-]{4,24}\p{Nd}(\s?(ext|x|extension|dw)\.?\s?\p{Nd}{1,6})?|\[phone\]"
        );

    /// <summary>Numbers such as 8.000-12.000 or 1 000 000.</summary>
    public static Regex Thousands { get; } =
        Patterns.Bounded(@"^\s*\p{Nd}{1,3}([. ]\p{Nd}{3})+(\s?[-–]\s?\p{Nd}{1,3}([. ]\p{Nd}{3})*)?\s*$");

    public static Regex PhoneLabel { get; } =
        Patterns.Bounded(
            @"\b(tel|tél|telephone|phone|mobile|mob|cell|cellphone|handy|telefon|teléfono|telefono|telefone|portable|komórka|fax|whatsapp|ph|m|t|p|c)\s?(no|number|nr|#)?\.?\s?[:：.]?\s*$"
        );

    private static readonly Regex Contact = Patterns.Bounded(
        @"@|\bwww\.|https?://|\[email\]|\[phone\]|\[url\]|linkedin|github|\+\p{Nd}{2}"
    );

    public static bool Any(string line) => Contact.IsMatch(line);
}
