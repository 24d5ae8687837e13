namespace CiivSoft.Matching.Notes;

/// <summary>Which note is written, and on which opportunity it belongs.</summary>
public enum NoteKind
{
    /// <summary>On a lead that ARKiiVE added.</summary>
    ArkiiveLead = 0,

    /// <summary>On the person's newest opportunity, when the key may not create leads.</summary>
    ArkiiveRecommendation,

    /// <summary>On an application that FiiLTER advanced.</summary>
    FiilterScreened,

    /// <summary>On an application that FiiLTER left where it is; written only when the account wants it.</summary>
    FiilterNotAdvanced,

    /// <summary>On a lead that REFiiNE added.</summary>
    RefiineLead,

    /// <summary>One line on the application that a REFiiNE lead came from.</summary>
    RefiineOrigin,

    /// <summary>On the application itself, when the key may not create leads.</summary>
    RefiineRecommendation,

    /// <summary>On an application whose résumé could not be read.</summary>
    Unreadable,
}
