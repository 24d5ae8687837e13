namespace CiivSoft.Matching.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData(
        "en",
        "I have worked as a nurse in a large hospital for six years and I was responsible for the care of patients."
    )]
    [InlineData(
        "en",
        "Python SQL Docker Kubernetes project management customer service sales reporting budget analysis team training"
    )]
    [InlineData(
        "de",
        "Ich habe sechs Jahre als Krankenpfleger in einem großen Krankenhaus gearbeitet und war für die Pflege der Patienten zuständig."
    )]
    [InlineData(
        "fr",
        "J'ai travaillé pendant six ans comme infirmier dans un grand hôpital et j'étais responsable des soins aux patients."
    )]
    [InlineData(
        "es",
        "He trabajado seis años como enfermero en un gran hospital y era responsable de la atención de los pacientes."
    )]
    [InlineData(
        "pl",
        "Przez sześć lat pracowałem jako pielęgniarz w dużym szpitalu i byłem odpowiedzialny za opiekę nad pacjentami."
    )]
    [InlineData(
        "nl",
        "Ik heb zes jaar als verpleegkundige in een groot ziekenhuis gewerkt en was verantwoordelijk voor de zorg van patiënten."
    )]
    [InlineData(
        "it",
        "Ho lavorato per sei anni come infermiere in un grande ospedale ed ero responsabile della cura dei pazienti."
    )]
    [InlineData(
        "pt",
        "Trabalhei durante seis anos como enfermeiro em um grande hospital e não era o único responsável pela atenção aos pacientes."
    )]
    [InlineData(
        "ro",
        "Am lucrat timp de șase ani ca asistent medical într-un spital mare și am fost responsabil de îngrijirea pacienților."
    )]
    [InlineData(
        "other",
        "Я шесть лет работал медбратом в большой больнице и отвечал за уход за пациентами каждый день."
    )]
    [InlineData(
        "other",
        "Olen työskennellyt kuusi vuotta sairaanhoitajana suuressa sairaalassa ja vastasin potilaiden hoidosta joka päivä."
    )]
    [InlineData("other", "注册护士，在综合医院内科和外科病房工作八年，负责病人评估和护理计划。")]
    [InlineData("other", "総合病院の内科および外科病棟で八年間看護師として勤務しました。")]
    [InlineData("other", "ممرضة مسجلة لديها ثماني سنوات من الخبرة في أجنحة المستشفيات الطبية والجراحية")]
    [InlineData("und", "注册护士 Nurse")]
    [InlineData("und", "Nurse")]
    [InlineData("und", "I was the nurse of the ward")]
    [InlineData("en", "I was the nurse of the large ward")]
    [InlineData("und", "медсестра больничная")]
    [InlineData("other", "медсестра больничного")]
    public void The_language_is_told_from_a_sentence(string code, string text)
    {
        var guess = LanguageIdentifier.Identify(text);

        guess.Code.ShouldBe(code);
        guess.IsSupported.ShouldBe(code is "en" or "und");
    }
}
