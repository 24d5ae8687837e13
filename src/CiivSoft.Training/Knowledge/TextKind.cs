namespace CiivSoft.Training.Knowledge;

/// <summary>A kind of text about an occupation; each kind is normalised by itself before they are mixed.</summary>
internal enum TextKind
{
    Title,
    AlternateTitle,
    ReportedTitle,
    Description,
    Task,
    WorkActivity,
    Technology,
    Tool,
    EscoLabel,
    EscoDescription,
    EscoEssentialSkill,
    EscoOptionalSkill,
}
