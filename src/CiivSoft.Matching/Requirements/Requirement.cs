using System.Text.Json.Serialization;

namespace CiivSoft.Matching.Requirements;

/// <summary>One thing that a posting asks for. Plain data: it is stored, edited by people and read back as JSON.</summary>
public sealed record Requirement
{
    /// <summary>Names it within its list; stays when the posting is drafted again with the same wording.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of thing is asked for; decides how a résumé is searched for it.</summary>
    public required RequirementKind Kind { get; init; }

    /// <summary>Must or nice to have.</summary>
    public required RequirementImportance Importance { get; init; }

    /// <summary>0 to 1: how much it says about the fit beside others of its list; used to order reasons, not to score.</summary>
    public required double Weight { get; init; }

    /// <summary>A short name for people: "SQL", "3+ years in nursing", "Driving licence".</summary>
    public required string Text { get; init; }

    /// <summary>Wordings of which any one fulfils it; for duties and other things, the words to look for.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>The least number of years; null when none is named.</summary>
    public int? MinYears { get; init; }

    /// <summary>The least level of education; null when none is named.</summary>
    public EducationLevel? MinEducation { get; init; }

    /// <summary>True when the posting accepts equivalent experience instead of the education.</summary>
    public bool AcceptsEquivalent { get; init; }

    /// <summary>The least level of a language; null when none is named.</summary>
    public LanguageLevel? MinLanguage { get; init; }

    /// <summary>Where the posting's text says so, in UTF-16 units; 0 and 0 for what a person added or the title says.</summary>
    public int SourceStart { get; init; }

    /// <summary>Length of the source in UTF-16 units.</summary>
    public int SourceLength { get; init; }
}

/// <summary>What sort of thing is asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequirementKind>))]
public enum RequirementKind
{
    /// <summary>Work under the posting's title or a like one.</summary>
    Role = 0,

    /// <summary>A skill, tool or field of knowledge.</summary>
    Skill,

    /// <summary>Years of work, in all or in a field.</summary>
    Years,

    /// <summary>A degree or school certificate.</summary>
    Education,

    /// <summary>A licence, registration or certificate.</summary>
    Licence,

    /// <summary>A spoken language.</summary>
    Language,

    /// <summary>Something the person will do in the job.</summary>
    Duty,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How strongly it is asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequirementImportance>))]
public enum RequirementImportance
{
    /// <summary>Required.</summary>
    Must = 0,

    /// <summary>Preferred, desirable, a plus.</summary>
    Nice,
}
