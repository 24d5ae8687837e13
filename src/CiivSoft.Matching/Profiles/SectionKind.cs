namespace CiivSoft.Matching.Profiles;

/// <summary>What a part of a résumé is about.</summary>
public enum SectionKind
{
    /// <summary>What stands above the first heading: name, contact lines, headline.</summary>
    Header = 0,

    /// <summary>Summary, profile or objective.</summary>
    Summary,

    /// <summary>Work history.</summary>
    Experience,

    /// <summary>Schools, degrees and training.</summary>
    Education,

    /// <summary>Skills, strengths and tools.</summary>
    Skills,

    /// <summary>Languages spoken.</summary>
    Languages,

    /// <summary>Certificates and licences.</summary>
    Certificates,

    /// <summary>Projects, publications, awards and memberships.</summary>
    Achievements,

    /// <summary>Hobbies and interests.</summary>
    Interests,

    /// <summary>Contact details.</summary>
    Contact,

    /// <summary>Personal details such as birth date or nationality.</summary>
    Personal,

    /// <summary>Referees.</summary>
    References,

    /// <summary>A heading whose subject is not known.</summary>
    Other,
}
