using CiivSoft.Training.Embedding;

namespace CiivSoft.Training.Tests.Embedding;

public sealed class TaxonomyReaderTests(SmallTaxonomies small) : IClassFixture<SmallTaxonomies>
{
    [Fact]
    public void Reads_the_texts_of_an_occupation_by_kind()
    {
        var nurse = new TaxonomyReader(small.Folder).Read().OnetOccupations[0];

        nurse.Titles.ShouldBe(["Nurses", "Ward Nurse", "RN", "Staff Nurse"]);
        nurse.Descriptions.ShouldBe(["Care for ill patients"]);
        nurse.Tasks.ShouldBe(["Give medicine to patients", "Care for wounds", "Answer calls of ill patients"]);
        nurse.Tools.ShouldBe(["Ward software", "Wound dressings"]);
    }

    [Fact]
    public void Reads_quoted_fields_with_line_breaks_commas_and_quotes()
    {
        var skill = new TaxonomyReader(small.Folder).Read().EscoSkills[0];

        skill.Titles.ShouldBe(["nurse patients", "care for patients", "give care"]);
        skill.Descriptions.ShouldBe(["""Look after ill, or "unwell" patients"""]);
    }

    [Fact]
    public void Links_occupations_by_the_crosswalk_and_passes_over_what_is_not_there()
    {
        var taxonomies = new TaxonomyReader(small.Folder).Read();

        taxonomies.OnetOccupations[1].Links.ShouldBe([taxonomies.EscoOccupations[1]]);
        taxonomies.EscoOccupations[1].Links.ShouldBe([taxonomies.OnetOccupations[1]]);
        taxonomies.EscoOccupations[0].Tasks.ShouldBe(["nurse patients"]);
        taxonomies.EscoOccupations[1].Tools.ShouldBe(["weld metal"]);
    }
}
