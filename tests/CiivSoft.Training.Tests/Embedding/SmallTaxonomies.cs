namespace CiivSoft.Training.Tests.Embedding;

/// <summary>A folder laid out as the real taxonomies are, with a handful of occupations.</summary>
public sealed class SmallTaxonomies : IDisposable
{
    private readonly TaxonomyFolder _files = new();

    public SmallTaxonomies()
    {
        Write(
            "onet/occupation_data",
            "O*NET-SOC Code\tTitle\tDescription",
            "1\tNurses\tCare for ill patients",
            "2\tWelders\tJoin metal parts"
        );
        Write(
            "onet/alternate_titles",
            "O*NET-SOC Code\tTitle\tAlternate Title\tShort Title\tSource(s)",
            "1\tNurses\tWard Nurse\tRN\t1",
            "2\tWelders\tMetal Welder\t\t1"
        );
        Write(
            "onet/sample_of_reported_titles",
            "O*NET-SOC Code\tTitle\tReported Job Title\tShown in My Next Move",
            "1\tNurses\tStaff Nurse\tY",
            "2\tWelders\tPipe Welder\tY"
        );
        Write(
            "onet/task_statements",
            "O*NET-SOC Code\tTitle\tTask ID\tTask",
            "1\tNurses\t1\tGive medicine to patients",
            "1\tNurses\t2\tCare for wounds",
            "2\tWelders\t3\tWeld metal pipe",
            "2\tWelders\t4\tGrind metal parts"
        );
        Write(
            "onet/emerging_tasks",
            "O*NET-SOC Code\tTitle\tTask\tCategory",
            "1\tNurses\tAnswer calls of ill patients\tNew"
        );
        Write(
            "onet/technology_skills",
            "O*NET-SOC Code\tTitle\tExample",
            "1\tNurses\tWard software",
            "2\tWelders\tPipe software"
        );
        Write(
            "onet/tools_used",
            "O*NET-SOC Code\tTitle\tExample",
            "1\tNurses\tWound dressings",
            "2\tWelders\tMetal grinders"
        );
        Write(
            "esco/v1.1.1/skills_en",
            SkillColumns,
            "KSC,s1,nurse patients,\"care for patients\ngive care\",,\"Look after ill, or \"\"unwell\"\" patients\"",
            "KSC,s2,weld metal,join metal,,Weld parts of metal"
        );
        Write(
            "esco/v1.1.1/occupations_en",
            SkillColumns,
            "Occupation,o1,ward nurse,nurse,,Nurses care for patients",
            "Occupation,o2,welder,metal welder,,Welders join metal parts"
        );
        Write(
            "esco/v1.1.1/occupationSkillRelations",
            "occupationUri,relationType,skillType,skillUri",
            "o1,essential,x,s1",
            "o2,optional,x,s2",
            "missing,essential,x,s2"
        );
        Write(
            "esco/onet-crosswalk/crosswalk_esco_onet",
            "Mapping project name,made up",
            "O*NET Id,ESCO or ISCO URI",
            "1,o1",
            "2,o2",
            "2,a group of ISCO"
        );
    }

    private const string SkillColumns = "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,description";

    public string Folder => _files.Path;

    public void Dispose() => _files.Dispose();

    private void Write(string name, params string[] lines) => _files.Write(name, lines);
}
