using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Tests.Text;

public sealed class LanguageCheckTests
{
    [Theory]
    [InlineData(
        "Enfermera con diez años de experiencia en el cuidado de los pacientes y de las familias, para una clínica"
    )]
    [InlineData(
        "Krankenschwester mit zehn Jahren Erfahrung in der Pflege und im Umgang mit den Patienten für eine Klinik"
    )]
    [InlineData("Infirmière avec dix ans de métier dans une clinique, pour les soins et la formation des étudiants")]
    [InlineData("Медсестра с десятилетним опытом работы")]
    [InlineData("十年の経験を持つ看護師")]
    public void Other_languages_are_told(string text) => LanguageCheck.IsForeign(text).ShouldBeTrue();

    [Theory]
    [InlineData("Nurse with ten years of experience in the care of patients")]
    [InlineData("Key skills: Java, SQL, Spring, Hibernate, REST, AWS")]
    [InlineData("Sales manager, Las Vegas and Los Angeles, for El Pollo Loco in the city of La Mesa and at Des Moines")]
    [InlineData("")]
    public void English_and_bare_lists_pass(string text) => LanguageCheck.IsForeign(text).ShouldBeFalse();
}
