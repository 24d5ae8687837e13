using CiivSoft.Training.Lists;

namespace CiivSoft.Training.Tests.Lists;

public sealed class OnetTechnologyTests
{
    private readonly HashSet<string> _taken = [];

    [Theory]
    [InlineData("Autodesk Fusion 360", "Autodesk Fusion 360|Fusion 360")]
    [InlineData("Microsoft Dynamics", "Microsoft Dynamics|!Dynamics")]
    [InlineData("Blackbaud eTapestry software", "Blackbaud eTapestry")]
    [InlineData("Slack", "!Slack")]
    [InlineData("Microsoft Access", "Microsoft Access")]
    [InlineData("SAP ERP", "SAP ERP")]
    public void A_product_is_known_with_its_maker_and_without_where_that_is_clear(string product, string entry) =>
        string.Join('|', Entries(product)).ShouldBe(entry);

    [Theory]
    [InlineData("Scheduling software", "a plain word is left")]
    [InlineData("Web browser software", "a kind of products")]
    [InlineData("Office", "an everyday word")]
    [InlineData("R", "too short")]
    [InlineData("The very long name of something", "more than four words")]
    [InlineData("SAP Business Objects", "matches business objectives by stem")]
    public void What_is_no_clear_name_of_a_product_is_left_out(string product, string why) =>
        Entries(product).ShouldBeEmpty(why);

    [Fact]
    public void A_name_that_another_skill_has_is_left_to_it()
    {
        _taken.Add("photoshop");

        Entries("Adobe Photoshop").ShouldBe(["Adobe Photoshop"]);
        Entries("Adobe Photoshop").ShouldBeEmpty();
    }

    [Fact]
    public void Products_of_one_occupation_are_read_only_when_they_are_hot()
    {
        using var files = new TaxonomyFolder();
        string[] common = [.. Enumerable.Range(1, 4).Select(code => $"{code}\tWeldCalc\tN")];
        string[] rare = ["1\tRare Tool\tN", "1\tHot Tool\tY"];
        files.Write("onet/technology_skills", ["O*NET-SOC Code\tExample\tHot Technology", .. common, .. rare]);

        OnetTechnology.Read(files.Path).ShouldBe(["Hot Tool", "WeldCalc"]);
    }

    private IReadOnlyList<string> Entries(string product) =>
        new OnetTechnology(SkillRules.Load(), _taken).Entries(product);
}
