namespace CiivSoft.Grains.Tests.Support;

/// <summary>Postings and résumés whose fit nobody would argue about.</summary>
internal static class Samples
{
    public const string NursePosting = """
        We are looking for a Registered Nurse for our medical ward at Leeds General Hospital.
        What you will do
        - Assess patients, plan and deliver nursing care and record it in electronic patient records
        - Administer medication and intravenous therapy, monitor vital signs and escalate deterioration
        - Care for wounds, pressure areas and catheters and follow infection control procedures
        - Supervise healthcare assistants and mentor nursing students
        What you bring
        - Registered Nurse with NMC registration
        - At least 3 years of experience on an acute hospital ward
        - Experience in wound care, medication administration and patient assessment
        - Good communication with patients, families and the multidisciplinary team
        """;

    public const string AccountantPosting = """
        We are looking for a Management Accountant for our finance team in Manchester.
        What you will do
        - Prepare monthly management accounts, accruals and prepayments, and post month-end journals
        - Reconcile the balance sheet, bank and intercompany accounts
        - Submit VAT returns, prepare statutory accounts under IFRS and support the year-end audit
        - Build budgets and forecasts with department heads
        What you bring
        - Part-qualified or qualified accountant (ACCA, CIMA)
        - At least 3 years of experience in month-end close and management accounts
        - Strong Excel, experience with SAP or Sage
        """;

    public const string ChefPosting = """
        We are looking for a Head Chef for our restaurant in Bristol.
        What you will do
        - Plan menus, cook fresh meals and run the pass during service
        - Order ingredients, control food cost and keep HACCP records
        - Train commis chefs and kitchen porters
        What you bring
        - At least 4 years of experience as a chef in a busy restaurant kitchen
        - Food hygiene certificate level 3
        """;

    public const string NurseResume = """
        Registered Nurse

        Summary
        Registered Nurse with eight years of experience on acute medical and surgical hospital wards. NMC registration.

        Experience
        Registered Nurse, St James Hospital, Leeds
        03/2018 - present
        Assessed patients, planned and delivered nursing care and recorded it in electronic patient records.
        Administered medication and intravenous therapy, monitored vital signs and escalated deterioration.
        Wound care, pressure area care and catheter care, infection control audits.
        Supervised four healthcare assistants and mentored nursing students on the ward.
        Communicated with patients, families and the multidisciplinary team.

        Staff Nurse, Bradford Royal Infirmary, Bradford
        06/2015 - 02/2018
        Cared for 28 patients on a medical ward, patient assessment, discharge planning and medication rounds.
        Escalated deteriorating patients and worked with doctors, physiotherapists and social workers.

        Education
        Bachelor of Science in Nursing, University of Leeds

        Skills
        wound care, medication administration, patient assessment, infection control, intravenous therapy, vital signs
        """;

    public const string AccountantResume = """
        Management Accountant

        Summary
        Qualified management accountant (CIMA) with seven years across month end, statutory accounts and audit.

        Experience
        Management Accountant, Northern Foods, Manchester
        01/2019 - present
        Prepared monthly management accounts with commentary, accruals and prepayments and posted month-end journals.
        Reconciled balance sheet, bank and intercompany accounts for five legal entities.
        Submitted VAT returns, prepared statutory accounts under IFRS and supported the year-end audit.
        Built budgets and forecasts with department heads in SAP and Excel.

        Assistant Accountant, Salford Textiles, Salford
        09/2015 - 12/2018
        Purchase ledger, sales ledger, bank reconciliation, fixed asset register and VAT in Sage.
        Prepared month-end close journals and balance sheet reconciliations.

        Education
        Bachelor of Arts in Accounting and Finance, University of Manchester

        Skills
        management accounts, month-end close, IFRS, VAT returns, SAP, Sage, Excel, budgeting, forecasting, CIMA
        """;

    public const string GermanPosting = """
        Wir suchen einen Koch für unsere Küche in München. Sie kochen täglich frische Speisen, bestellen die Zutaten und
        leiten die Auszubildenden an. Sie haben eine abgeschlossene Ausbildung und mindestens vier Jahre Erfahrung.
        """;

    public const string ChineseResume = """
        注册护士，在综合医院内科和外科病房工作八年。
        工作经历：二〇一八年三月至今，市立医院护士，负责病人评估、护理计划、给药和伤口护理，指导护理学生。
        教育背景：护理学学士。技能：伤口护理、静脉治疗、感染控制、与病人及家属沟通。
        """;

    public const string GermanResume = """
        Erfahrene Krankenschwester mit acht Jahren Berufserfahrung auf internistischen und chirurgischen Stationen.
        Berufserfahrung
        Gesundheits- und Krankenpflegerin, Städtisches Klinikum München, seit März 2018
        Pflege und Betreuung von Patientinnen und Patienten, Verabreichung von Medikamenten, Wundversorgung und Dokumentation.
        Anleitung von Auszubildenden und Zusammenarbeit mit Ärztinnen, Ärzten und dem gesamten Behandlungsteam.
        Ausbildung
        Staatlich anerkannte Ausbildung zur Gesundheits- und Krankenpflegerin, Berufsfachschule für Krankenpflege Augsburg.
        Kenntnisse
        Wundmanagement, Medikamentengabe, Hygienemaßnahmen, Pflegeplanung, Kommunikation mit Angehörigen und Patienten.
        """;
}
