namespace CiivSoft.Matching.Tests;

/// <summary>Small postings and résumés written for these tests.</summary>
internal static class SampleTexts
{
    public const string Spanish = """
        Enfermera con diez años de experiencia en el cuidado de los pacientes de la unidad de urgencias.
        Responsable de la administración de los medicamentos, de la formación del personal y de los turnos.
        Experiencia con las familias y con el equipo médico en una clínica de la ciudad, desde el año 2012.
        """;

    public static IReadOnlyDictionary<string, (string Title, string Text)> Postings { get; } =
        new Dictionary<string, (string, string)>
        {
            ["nurse"] = (
                "Registered Nurse - Night Shift",
                """
                You care for patients on our medical ward, administer medication and treatments and document vital signs.
                You work with physicians and nursing assistants and teach patients and families.
                Requirements: nursing licence, BLS, experience in acute care.
                We are an equal opportunity employer. Dental and 401(k).
                """
            ),
            ["developer"] = (
                "Senior Software Developer (Remote)",
                """
                You design, build and test web services in C# and Java and review code of your team.
                Requirements: object-oriented programming, SQL databases, Git, unit tests, agile development.
                """
            ),
            ["clerk"] = (
                "Accounts Payable Clerk",
                """
                You process invoices, match purchase orders, reconcile ledgers and prepare payments.
                Requirements: bookkeeping, Excel, experience in accounts payable or billing.
                """
            ),
        };

    public static IReadOnlyDictionary<string, string> Resumes { get; } =
        new Dictionary<string, string>
        {
            ["nurse"] = """
                Summary
                Nurse with nine years in acute and long-term care.
                Experience
                Staff Nurse, Riverside Hospital, 2017 - Present
                Administered medication, monitored vital signs and documented care for twelve patients a shift.
                Taught patients and families wound care; trained nursing assistants.
                Nursing Assistant, Hillview Care Home, 2013 - 2017
                Helped residents with daily living and reported changes to the charge nurse.
                Skills
                Basic life support, patient education, electronic health records
                """,
            ["developer"] = """
                Experience
                Software Developer
                Northwind Systems, 2016 - Present
                Built web services in C# and PostgreSQL, wrote unit tests and reviewed code.
                Junior Programmer
                Contoso Ltd, 2013 - 2016
                Maintained Java applications, fixed defects and wrote SQL reports.
                Skills
                Object-oriented programming, Git, Docker, agile development
                """,
            ["clerk"] = """
                Work History
                Accounting Clerk | Fabrikam | 2018 to Current
                Processed invoices and purchase orders, reconciled supplier ledgers and prepared weekly payments.
                Billing Assistant | Adventure Works | 2015 to 2018
                Issued customer bills, posted receipts and answered questions about accounts.
                Skills
                Bookkeeping, Excel, data entry
                """,
        };
}
