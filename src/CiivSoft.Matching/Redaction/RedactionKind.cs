namespace CiivSoft.Matching.Redaction;

/// <summary>Why a stretch of text was removed.</summary>
public enum RedactionKind
{
    /// <summary>Not removed.</summary>
    None = 0,

    /// <summary>The person's name, or a line of the header that can only be one.</summary>
    Name,

    /// <summary>An e-mail address or a handle.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A web address of the person.</summary>
    Link,

    /// <summary>A street, postcode or town of residence.</summary>
    Address,

    /// <summary>A line that stands for a photo.</summary>
    Photo,

    /// <summary>Birth date, birth place or age.</summary>
    Age,

    /// <summary>Gender, a form of address or a pronoun.</summary>
    Gender,

    /// <summary>Marital status or children.</summary>
    Family,

    /// <summary>Nationality, religion or a personal number.</summary>
    Origin,

    /// <summary>A year of study, from which an age can be read.</summary>
    GraduationYear,
}
