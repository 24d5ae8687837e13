namespace CiivSoft.Benchmarks.Scoring;

/// <summary>A posting and a résumé of usual length: some 250 and 600 words.</summary>
internal static class SampleTexts
{
    private const string Duties = """
        Assessed patients, planned and delivered nursing care and recorded it in electronic patient records.
        Administered medication and intravenous therapy, monitored vital signs and escalated deterioration.
        Wound care, pressure area care and catheter care, infection control audits and hand hygiene training.
        Supervised four healthcare assistants and mentored nursing students on a busy ward of 28 beds.
        Communicated with patients, families and the multidisciplinary team, and planned safe discharges.
        Ordered stock, kept the budget of the ward for dressings and took part in two clinical audits a year.
        """;

    public const string Posting = $"""
        We are looking for a Registered Nurse for our medical ward at a general hospital.
        What you will do
        {Duties}
        What you bring
        - Registered Nurse with a valid registration
        - At least 3 years of experience on an acute hospital ward
        - Experience in wound care, medication administration and patient assessment
        - Good communication with patients, families and the multidisciplinary team
        - Bachelor's degree in nursing preferred
        What we offer
        A permanent contract, thirty days of leave, a pension and training of your choice every year.
        """;

    public const string Resume = $"""
        Nina Example
        nina@example.com
        Registered Nurse

        Summary
        Registered Nurse with eleven years of experience on acute medical and surgical hospital wards.

        Experience
        Registered Nurse, St James Hospital, Leeds
        03/2018 - present
        {Duties}
        Staff Nurse, Royal Infirmary, Bradford
        06/2015 - 02/2018
        {Duties}
        Staff Nurse, District Hospital, York
        09/2012 - 05/2015
        {Duties}
        Healthcare Assistant, Care Home, York
        01/2010 - 08/2012
        {Duties}
        Education
        Bachelor of Science in Nursing, University of Leeds

        Skills
        wound care, medication administration, patient assessment, infection control, intravenous therapy, vital signs,
        electronic records, discharge planning, mentoring, audits, catheter care, pressure area care, phlebotomy
        """;
}
