using CiivSoft.Matching.Counterfactuals;

namespace CiivSoft.Matching.Redaction;

/// <summary>Writes the same résumé for different people, in several layouts.</summary>
internal static class PersonaResume
{
    public const int Layouts = 6;

    public static string Write(int layout, int occupation, Persona p)
    {
        var (headline, body) = Occupations[occupation % Occupations.Length];
        var head = layout switch
        {
            0 => $"{p.Name}\n{headline}\n{p.Address} | {p.Phone} | {p.Email}\n[Photo: {p.Photo}]\n\n",
            1 =>
                $"CURRICULUM VITAE\n\nName: {p.Name}\nAddress: {p.Address}\nPhone: {p.Phone}\nE-mail: {p.Email}\nDate of birth: {p.BirthDate}\nPhoto: {p.Photo}\n\n{headline}\n\n",
            2 => $"{p.Name} • {p.Phone} • {p.Email} • {p.Address}\n{headline}\n\n",
            3 =>
                $"{p.Name.ToUpperInvariant()}\n{headline}\n\n{p.Address}\n{p.Phone}\n{p.Email}\nlinkedin.com/in/{p.Email.Split('@')[0]}\n\n",
            4 =>
                $"{headline}\n\nPERSONAL DETAILS\nFull name: {p.Name}\nBorn: {p.BirthDate}\nGender: {p.Title}\nTel: {p.Phone} | Email: {p.Email}\n{p.Address}\n\n",
            _ => $"{p.Name}, {headline}\n{p.Address}\n{p.Phone} {p.Email}\n\n",
        };
        return head
            + body.Replace("{He}", p.He, StringComparison.Ordinal)
                .Replace("{his}", p.His, StringComparison.Ordinal)
                .Replace("{him}", p.Him, StringComparison.Ordinal)
                .Replace("{title}", p.Title, StringComparison.Ordinal)
                .Replace("{name}", p.Name, StringComparison.Ordinal);
    }

    private static readonly (string Headline, string Body)[] Occupations =
    [
        (
            "Pastry Baker",
            """
            Summary
            Baker with 8 years in craft bakeries. {He} trains apprentices and {his} team of five trusts {him}.

            Work History
            Head Baker, 03/2015 - Present
            Young & Page Bakery, York
            Baked 400 loaves a day and read recipes in French.
            Cook, 01/2012 - 02/2015
            Mason Hotel, Leeds
            {title} {name} won regional awards.

            Skills
            baking, food safety, stock control

            Education
            Diploma in Bakery, City College, 2009
            """
        ),
        (
            "Senior Software Engineer",
            """
            Experience
            Software Engineer at Acme Ltd, January 2018 to Current
            Built services in C#, .NET and PostgreSQL; {his} code runs in production.
            Developer at Baker & Smith, 2014 - 2017
            Wrote Java and C++.

            Education
            BSc Computer Science, University of Washington, 2010 - 2013

            Interests
            Young coders club, chess

            {name} - page 2
            References on request.
            """
        ),
        (
            "Registered Nurse",
            """
            Profile
            Nurse in intensive care. {He} is known for {his} calm manner.

            Employment History
            Staff Nurse, Mercy Hospital, 06/2016 - 08/2021
            Wound care, triage and medication administration.
            Care Assistant, Jordan House, 2013 - 2016

            Certifications
            BLS, ACLS

            Languages
            English, Spanish (B2)
            """
        ),
        (
            "Accountant",
            """
            OBJECTIVE
            To work as an accountant where {his} skills in audit are used.

            PROFESSIONAL EXPERIENCE
            Accountant, Carpenter and Cook LLP, May 2012 - June 2019
            Month end close, accounts payable, bank reconciliation in Excel and SAP.

            EDUCATION
            Bachelor of Commerce, Austin College, May 2011
            """
        ),
    ];
}
