using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Languages;

public sealed class UnsupportedLanguageTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    // Half of these lists are words that every language shares: product names.
    public static TheoryData<string, string> Resumes() =>
        new()
        {
            {
                "German prose",
                "Krankenpfleger mit acht Jahren Erfahrung auf der Intensivstation. Betreuung von Patienten, Medikamentengabe und Dokumentation der Pflege.\nBerufserfahrung\nKlinikum Leipzig, 2015 bis heute, Gesundheits- und Krankenpfleger\nPflege und Überwachung von Patienten nach der Operation, Einarbeitung neuer Kollegen"
            },
            {
                "German list",
                "Softwareentwickler\nKenntnisse: Java, Spring Boot, Kubernetes, Docker, PostgreSQL, Git, Jenkins, Linux\nBerufserfahrung\nSoftwareentwickler, Muster GmbH, 2018 - 2023\nEntwicklung Backend Microservices, Datenbankentwurf, Codereviews, Testautomatisierung\nAusbildung\nBachelor Informatik, TU München\nSprachen: Deutsch, Englisch"
            },
            {
                "French list",
                "Développeur logiciel\nCompétences : Java, Spring Boot, Kubernetes, Docker, PostgreSQL, Git, Jenkins, Linux\nExpérience professionnelle\nDéveloppeur logiciel, Exemple SA, 2018 - 2023\nDéveloppement microservices backend, conception base données, revues code, automatisation tests\nFormation\nLicence informatique, Université Lyon\nLangues : français, anglais"
            },
            {
                "Spanish list",
                "Desarrollador de software\nConocimientos: Java, Spring Boot, Kubernetes, Docker, PostgreSQL, Git, Jenkins, Linux\nExperiencia laboral\nDesarrollador backend, Ejemplo SL, 2018 - 2023\nDesarrollo microservicios, diseño bases datos, revisiones código, pruebas automáticas\nFormación\nGrado Ingeniería Informática, Universidad Sevilla\nIdiomas: español, inglés"
            },
            {
                "Polish list",
                "Programista\nUmiejętności: Java, Spring Boot, Kubernetes, Docker, PostgreSQL, Git, Jenkins, Linux\nDoświadczenie zawodowe\nProgramista backend, Przykład sp. z o.o., 2018 - 2023\nTworzenie mikroserwisów, projektowanie baz danych, przeglądy kodu, automatyzacja testów\nWykształcenie\nInformatyka, Politechnika Warszawska\nJęzyki: polski, angielski"
            },
            {
                "Dutch list",
                "Softwareontwikkelaar\nVaardigheden: Java, Spring Boot, Kubernetes, Docker, PostgreSQL, Git, Jenkins, Linux\nWerkervaring\nSoftwareontwikkelaar, Voorbeeld BV, 2018 - 2023\nOntwikkeling backend microservices, databaseontwerp, codereviews, testautomatisering\nOpleiding\nBachelor Informatica, Universiteit Utrecht\nTalen: Nederlands, Engels"
            },
            {
                "Dutch prose",
                "Verpleegkundige met acht jaar ervaring op de intensive care. Zorg voor patiënten, toedienen van medicatie en verslaglegging.\nWerkervaring: Ziekenhuis Utrecht, 2015 tot heden, verpleegkundige. Begeleiding van nieuwe collega's en studenten op de afdeling."
            },
        };

    [Theory]
    [MemberData(nameof(Resumes))]
    public void A_resume_in_another_language_is_not_scored(string name, string text) =>
        Score(text).ShouldBeOfType<MatchScore.Unjudgeable>(name).Reason.ShouldBe(UnjudgeableReason.ResumeNotEnglish);

    [Theory]
    [InlineData("Медсестра с десятилетним опытом работы в отделении интенсивной терапии городской больницы")]
    [InlineData(
        "Enfermera con diez años de experiencia en el cuidado de los pacientes y de las familias, para una clínica"
    )]
    public void One_sentence_is_enough_to_tell(string text) =>
        LanguageIdentifier.Identify(text).IsSupported.ShouldBeFalse();

    [Theory]
    [InlineData("Key skills: Java, SQL, Spring, Hibernate, REST, AWS")]
    [InlineData("Sales manager, Las Vegas and Los Angeles, for El Pollo Loco in the city of La Mesa and at Des Moines")]
    [InlineData("")]
    public void Bare_lists_and_names_of_places_pass(string text) =>
        LanguageIdentifier.Identify(text).IsSupported.ShouldBeTrue();

    [Theory]
    [InlineData(
        "Chef de Partie, La Table du Roi, Paris 2015 - 2018. Prepared sauces and desserts for eighty guests a night at El Bulli and Osteria della Posta.\nSous Chef, Casa de los Reyes, Madrid 2018 - 2023. Led a team of six, ordered produce, kept costs within budget."
    )]
    [InlineData(
        "Lebenslauf - Curriculum Vitae\nSenior Software Engineer with ten years of experience in building distributed systems for banks and insurers in Germany.\nMuster GmbH, München, 2015 - 2023: Led the team that moved the payment platform to the cloud. Worked with product owners and operations.\nSprachen: Deutsch (Muttersprache), Englisch (fließend)"
    )]
    [InlineData(
        "Skills: Java, Spring Boot, Kubernetes, Docker, PostgreSQL, Git, Jenkins, Linux, AWS, Terraform\nSoftware Developer, Example Ltd, 2018 - 2023\nBackend microservices, database design, code reviews, test automation\nLanguages: English, German, Spanish"
    )]
    public void Foreign_names_and_a_foreign_heading_are_no_other_language(string text) =>
        Score(text).ShouldBeOfType<MatchScore.Judgeable>();

    private static MatchScore Score(string resume) =>
        Engine.Score(
            Engine.ReadPosting(
                new PostingSource("Software Developer", "You build backend services in Java and run them in the cloud.")
            ),
            Engine.ReadResume(new ResumeSource(resume, PersonDetails.None))
        );
}
