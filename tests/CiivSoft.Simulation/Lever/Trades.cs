namespace CiivSoft.Simulation.Lever;

/// <summary>Texts of postings and résumés: few and short, so that the real engine's answers can be remembered.</summary>
internal static class Trades
{
    /// <summary>Stands in every résumé, and nowhere else may it show up in the clear.</summary>
    public const string Canary = "zwischenhaltestelle";

    public static string Title(Trade trade) =>
        trade switch
        {
            Trade.Nurse => "Registered nurse",
            Trade.Accountant => "Accountant",
            _ => "Software developer",
        };

    public static string Wanted(Trade trade) =>
        trade switch
        {
            Trade.Nurse =>
                "We look for a registered nurse for our intensive care ward. You care for patients, give medication and keep records. Requirements: nursing degree; 3 years of experience; night shifts.",
            Trade.Accountant =>
                "We look for an accountant. You prepare monthly accounts and VAT returns, reconcile ledgers. Requirements: degree in accounting; 3 years of experience; Excel, SAP.",
            _ =>
                "We look for a software developer. You write backend services in C# and SQL and build web interfaces. Requirements: degree in computer science; 3 years of experience; PostgreSQL.",
        };

    public static (string Org, string Title, string Summary) Done(Trade trade) =>
        trade switch
        {
            Trade.Nurse => (
                "St. Mary hospital",
                "Registered nurse",
                $"Cared for patients on an intensive care ward, gave medication, kept records, trained students, worked night shifts with ventilated patients, at {Canary}."
            ),
            Trade.Accountant => (
                "Smith Ltd",
                "Accountant",
                $"Prepared monthly accounts, VAT returns, reconciled ledgers, payroll for 80 employees, worked with auditors, used SAP and Excel, at {Canary}."
            ),
            _ => (
                "Widgets Ltd",
                "Software developer",
                $"Wrote backend services in C#, SQL and PostgreSQL, built web interfaces in TypeScript, reviewed code, ran databases and deployments, at {Canary}."
            ),
        };
}
