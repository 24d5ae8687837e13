using System.Globalization;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>Shows résumés: the file to download, and what Lever read in it.</summary>
internal static class ResumeView
{
    public static Html Render(string opportunityId, OpportunityDocuments documents)
    {
        var resumes = documents.Resumes.Reverse().Select(resume => Resume(opportunityId, resume));
        var none = Html.If(documents.Resumes.IsEmpty, Html.Of($"<p class=\"empty\">No résumé.</p>"));
        return Html.Of($"<section class=\"panel\"><h2>Résumé</h2>{none}{resumes}</section>");
    }

    private static Html Resume(string opportunityId, Resume resume) =>
        Html.Of($"<article class=\"resume\">{File(opportunityId, resume)}{Parsed(resume.Parsed)}</article>");

    private static Html File(string opportunityId, Resume resume)
    {
        if (resume.File is not { } file)
        {
            return Html.Of($"<p class=\"sub\">A profile without a file.</p>");
        }

        var address = $"{Page.CandidateAddress(opportunityId)}/resumes/{Uri.EscapeDataString(resume.Id)}";
        var show = Html.Of(
            $"<details class=\"file\" id=\"file-{resume.Id}\"><summary>Show the file</summary><iframe title=\"Résumé\" loading=\"lazy\" src=\"{address}?inline=1\"></iframe></details>"
        );
        return Html.Of(
            $"""
            <p class="download"><a href="{address}"><bdi>{file.Name}</bdi></a> <span class="label">{file.Status}</span></p>
            {Html.If(string.Equals(file.Extension, "pdf", StringComparison.Ordinal), show)}
            """
        );
    }

    private static Html Parsed(ParsedResume? parsed)
    {
        if (parsed is null)
        {
            return Html.Of($"<p class=\"empty\">Lever could not read positions and schools from it.</p>");
        }

        var positions = parsed.Positions.Select(position =>
            Entry(
                position.Title,
                position.Org,
                position.Location,
                Dates(position.Start, position.End),
                position.Summary
            )
        );
        var schools = parsed.Schools.Select(school =>
            Entry(
                $"{school.Degree} {school.Field}".Trim(),
                school.Org,
                null,
                Dates(school.Start, school.End),
                school.Summary
            )
        );
        return Html.Of($"<h3>Positions</h3>{positions}<h3>Schools</h3>{schools}");
    }

    private static Html Entry(string? title, string? organization, string? place, string dates, string? summary)
    {
        string?[] where = [organization, place];
        return Html.Of(
            $"""
            <div class="entry"><p><strong><bdi>{title}</bdi></strong><span class="dates">{dates}</span></p>
            <p class="sub"><bdi>{string.Join(", ", where.Where(part => !string.IsNullOrEmpty(part)))}</bdi></p>
            {Html.If(!string.IsNullOrEmpty(summary), Html.Of($"<p class=\"plain\" dir=\"auto\">{summary}</p>"))}</div>
            """
        );
    }

    private static string Dates(ParsedDate? start, ParsedDate? end) =>
        start is null && end is null ? "" : $"{Date(start)} – {(end is null ? "present" : Date(end))}";

    private static string Date(ParsedDate? date) =>
        date switch
        {
            null => "?",
            { Month: { } month and >= 1 and <= 12 } => string.Create(
                CultureInfo.InvariantCulture,
                $"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)} {date.Year}"
            ),
            _ => date.Year.ToString(CultureInfo.InvariantCulture),
        };
}
