using CiivSoft.LeverSimulator.Generation.Documents;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>Writes what came with an application: the file, made when somebody asks for it, and what Lever read in it.</summary>
internal static class DocumentWriter
{
    public static OpportunityDocuments Write(
        PlannedContact contact,
        ResumeKind kind,
        bool isParsed,
        long at,
        string resumeId
    )
    {
        if (kind == ResumeKind.None || contact.Standing == ContactStanding.Anonymized)
        {
            return OpportunityDocuments.Empty;
        }

        var person = PersonFactory.Create(contact.Person);
        var asOf = AsOf(person, at);
        var file = kind == ResumeKind.Profile ? null : FileOf(contact.Person, person, asOf, kind, at);
        var parsed = isParsed ? Parse(person, asOf) : null;
        return new OpportunityDocuments { Resumes = [new Resume(resumeId, at, file, parsed)] };
    }

    // Holds the seed, not the person: pages of lists keep many of these for a moment.
    private static StoredFile FileOf(PersonSeed seed, Person person, Month asOf, ResumeKind kind, long at) =>
        new(
            ResumeFile.NameOf(person, kind),
            at + 4,
            // A scan too: Lever keeps the file, and only its parser finds nothing.
            "processed",
            FileContent.MadeBy(() => ResumeFile.Write(PersonFactory.Create(seed), asOf, kind))
        );

    // Somebody who applied before their first job still sends a résumé with something on it.
    private static Month AsOf(Person person, long at)
    {
        var month = Month.OfTime(at);
        var first = person.Jobs[^1].Start.Add(2);
        return month < first ? first : month;
    }

    private static ParsedResume Parse(Person person, Month asOf) =>
        new(
            [
                .. ResumeComposer
                    .JobsAsOf(person, asOf)
                    .Select(job => new ParsedPosition(
                        job.Employer,
                        job.Title,
                        string.Join('\n', job.Bullets),
                        job.Town,
                        DateOf(job.Start),
                        job.End is { } end ? DateOf(end) : null
                    )),
            ],
            [
                .. ResumeComposer
                    .StudiesAsOf(person, asOf)
                    .Select(study => new ParsedSchool(
                        study.School,
                        study.Degree,
                        study.Field,
                        null,
                        DateOf(study.Start),
                        study.End > asOf ? null : DateOf(study.End)
                    )),
            ]
        );

    private static ParsedDate DateOf(Month month) => new(month.Year, month.Number);
}
