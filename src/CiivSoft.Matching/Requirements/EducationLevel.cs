using System.Text.Json.Serialization;

namespace CiivSoft.Matching.Requirements;

/// <summary>Levels of education, each above the one before.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EducationLevel>))]
public enum EducationLevel
{
    /// <summary>High school, A levels, Abitur, baccalauréat, GED.</summary>
    School = 0,

    /// <summary>Apprenticeship, associate degree, diploma, vocational training.</summary>
    Vocational,

    /// <summary>Bachelor or equal.</summary>
    Bachelor,

    /// <summary>Master or equal.</summary>
    Master,

    /// <summary>Doctorate.</summary>
    Doctorate,
}
