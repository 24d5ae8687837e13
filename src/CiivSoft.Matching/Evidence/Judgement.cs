using System.Text.Json.Serialization;

namespace CiivSoft.Matching.Evidence;

/// <summary>How far a résumé shows that a requirement is fulfilled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Judgement>))]
public enum Judgement
{
    /// <summary>The résumé does not say.</summary>
    Unknown = 0,

    /// <summary>The résumé says that it is not fulfilled: fewer years, a lower degree, "no experience with".</summary>
    NotMet,

    /// <summary>The résumé shows a part of it.</summary>
    Partly,

    /// <summary>The résumé shows it.</summary>
    Met,
}
