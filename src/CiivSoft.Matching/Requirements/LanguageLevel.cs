using System.Text.Json.Serialization;

namespace CiivSoft.Matching.Requirements;

/// <summary>How well a language is spoken; the words of postings and résumés, put beside the European framework.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LanguageLevel>))]
public enum LanguageLevel
{
    /// <summary>A1 or A2: basic, beginner.</summary>
    Basic = 0,

    /// <summary>B1 or B2: intermediate, conversational, good.</summary>
    Intermediate,

    /// <summary>C1: fluent, professional working proficiency.</summary>
    Fluent,

    /// <summary>C2 or first language. Postings may not ask for a first language; résumés may state one.</summary>
    Native,
}
