using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Redaction;

/// <summary>Personal details by their labels and phrases.</summary>
internal static class PersonalPatterns
{
    private const string Month =
        "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

    public static Regex WorkDates { get; } =
        new(
            @"\b(19|20)\p{Nd}{2}\b\s*(-|–|—|to|until|till|bis|à|al|a|do|tot)\s*(\p{L}+\.?\s+|\p{Nd}{1,2}[/.])?((19|20)\p{Nd}{2}\b|present|current|now|today|heute|aujourd|actual|obecnie|heden|oggi|atual|prezent)",
            Patterns.Linear
        );

    public static Regex Year { get; } =
        Patterns.Bounded(
            $@"((\b({Month})\b\.?,?\s+|\b\p{{Nd}}{{1,2}}[/.-])(\p{{Nd}}{{1,2}}(st|nd|rd|th)?,?\s+)?)?\b(19|20)\p{{Nd}}{{2}}\b|\bclass of '?\p{{Nd}}{{2,4}}\b|['’]\p{{Nd}}{{2}}\b"
        );

    /// <summary>Labelled facts that are personal wherever they stand. The whole fact matches, label included.</summary>
    public static LabelledFacts Facts { get; } =
        new(
            (
                RedactionKind.Age,
                "date of birth|birth date|birthdate|birthday|d\\.?o\\.?b\\.?|born|place of birth|birth place|birthplace|geburtsdatum|geburtsort|geboren|geb\\.|date de naissance|lieu de naissance|né le|née le|fecha de nacimiento|lugar de nacimiento|data urodzenia|geboortedatum|geboorteplaats|data di nascita|luogo di nascita|data de nascimento|data nașterii|data nasterii|age|alter|âge|edad|wiek|leeftijd|età|idade|vârsta|varsta"
            ),
            (RedactionKind.Gender, "gender|sex|pronouns|geschlecht|sexe|sexo|płeć|geslacht|sesso|gen"),
            (
                RedactionKind.Family,
                "marital status|civil status|family status|marriage status|children|kids|no\\.? of children|number of children|dependants|dependents|spouse|spouse name|maiden name|father['’]?s name|mother['’]?s name|husband['’]?s name|wife['’]?s name|familienstand|kinder|geburtsname|situation familiale|état civil|enfants|estado civil|hijos|stan cywilny|burgerlijke staat|kinderen|stato civile|figli|filhos|stare civilă|stare civila|copii"
            ),
            (
                RedactionKind.Origin,
                "nationality|citizenship|religion|religious affiliation|race|ethnicity|ethnic origin|caste|mother tongue state|passport|passport no|passport number|national insurance number|ni number|ssn|social security number|id number|national id|blood group|height|weight|staatsangehörigkeit|nationalität|konfession|nationalité|nacionalidad|narodowość|obywatelstwo|nationaliteit|nazionalità|cittadinanza|nacionalidade|naționalitate|nationalitate|cetățenie"
            )
        );

    /// <summary>Labelled facts that are the person's own at the head and foot of a résumé; elsewhere they may be of the work.</summary>
    public static LabelledFacts ZoneFacts { get; } =
        new(
            (
                RedactionKind.Name,
                "full name|name|surname|first name|last name|family name|given names?|middle name|preferred name|candidate name|vorname|nachname|nom|prénom|prenom|nombre|apellidos?|imię|imie|nazwisko|imię i nazwisko|naam|voornaam|achternaam|nome|cognome|apelido|nume|prenume|姓名|名前|氏名|الاسم|имя|фамилия|фио|họ tên|họ và tên|이름|성명|ονοματεπώνυμο"
            ),
            (
                RedactionKind.Address,
                "address|home address|postal address|permanent address|current address|residence|residential address|place of residence|city of residence|location|adresse|anschrift|wohnort|dirección|direccion|domicilio|adres|indirizzo|residenza|morada|endereço|adresa|住所|地址|العنوان|адрес|địa chỉ|주소"
            ),
            (RedactionKind.Photo, "photo|photograph|picture|foto|lichtbild|image"),
            (
                RedactionKind.Email,
                "e-?mail|e-?mail address|mail|e-?mail id|correo|correo electrónico|courriel|电子邮件|邮箱|البريد الإلكتروني"
            ),
            (
                RedactionKind.Phone,
                "tel|telephone|phone|phone number|telephone number|mobile|mobile number|mobile phone|cell|cell phone|contact number|fax|telefon|teléfono|telefono|téléphone|电话|手机|هاتف|телефон|điện thoại"
            )
        );

    /// <summary>Facts that need no label and may stand in any sentence.</summary>
    public static IReadOnlyList<(RedactionKind Kind, Regex Pattern)> Phrases { get; } =
    [
        (
            RedactionKind.Age,
            Phrase(
                @"\b(aged|age of)\s+\p{Nd}{2}\b|\b\p{Nd}{2}[\s-]?(years?|yrs?)[\s-]old\b|\bborn\s+(on|in)\s+([\p{L}\p{Nd}.,/-]+\s+){0,3}(19|20)\p{Nd}{2}(\s+in\s+\p{L}+)?|\b\p{Nd}{2}\s?(y/o|yo)\b|\b\p{Nd}{2} (jahre alt|jaar oud)\b|\b(date of birth|birth ?date|d\.?o\.?b\.?)\s{1,3}[\p{L}\p{Nd}.,/ -]{0,20}\p{Nd}{2,4}\b"
            )
        ),
        (
            RedactionKind.Family,
            Phrase(
                @"\b(un)?married\b|\bdivorced\b|\bwidow(ed|er)?\b|\bmaiden name\b(\s+\p{L}+)?|\bn[ée]e\s+\p{Lu}[\p{L}-]+|\b(mother|father|mum|mom|dad|parent)\s+(of|to)\s+(\p{L}+|\p{Nd}+)(\s+(children|kids|sons|daughters|boys|girls))?|\bverheiratet\b|\bledig\b|\bgeschieden\b|\bcélibataire\b|\bmariée?\b|\bsoltera?o?\b|\bcasad[ao]\b|\bżonaty\b|\bzamężna\b|\bgehuwd\b|\bconiugat[ao]\b|\bnubile\b|\bcăsătorită?\b|\b(marital|civil) status\s{1,3}(single|separated|engaged)\b|\b(father|mother|husband|wife|spouse)['’]?s name\s{1,3}\p{L}[\p{L}.' -]{1,40}"
            )
        ),
        (
            RedactionKind.Origin,
            Phrase(
                @"\b(u\.?s\.?a?|american|british|uk|eu|european|german|french|spanish|polish|dutch|italian|portuguese|romanian|irish|indian|chinese|vietnamese|russian|ukrainian|canadian|australian|nigerian|pakistani|turkish|brazilian|mexican|filipino|japanese|korean|egyptian|greek|swedish|norwegian|danish|finnish)\s+(citizen(ship)?|national(ity)?|passport( holder)?)\b"
            )
        ),
        (
            RedactionKind.Photo,
            Phrase(
                @"\[\s?(photo|picture|image|foto)[^\]]{0,40}\]|\b[\p{L}\p{M}\p{N}_. -]{1,40}\.(jpe?g|png|gif|bmp|heic|webp)\b|\b(photo|photograph) (attached|enclosed|of me)\b"
            )
        ),
    ];

    private static Regex Phrase(string pattern) => Patterns.Bounded(pattern);
}
