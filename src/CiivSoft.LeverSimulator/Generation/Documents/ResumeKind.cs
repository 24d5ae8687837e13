namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>What came with an application.</summary>
internal enum ResumeKind
{
    /// <summary>No résumé at all.</summary>
    None,

    /// <summary>A PDF or Word file.</summary>
    File,

    /// <summary>A PDF that holds nothing but the picture of a page.</summary>
    Scan,

    /// <summary>A file that no program can open.</summary>
    Broken,

    /// <summary>A profile from elsewhere: parsed data, no file.</summary>
    Profile,
}
