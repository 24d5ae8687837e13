using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Tests.Text;

public sealed class TextRepairTests
{
    [Theory]
    [InlineData("Acme â€“ Leeds", "Acme – Leeds")]
    [InlineData("the clientâ€™s", "the client’s")]
    [InlineData("CafÃ©", "Café")]
    [InlineData("Acme ï¼\u200B City", "Acme - City")]
    [InlineData("Â Â work", "    work")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("a\r\nb\u0007c", "a\nb c")]
    public void What_a_documents_way_broke_is_repaired(string broken, string repaired) =>
        TextRepair.Repair(broken).ShouldBe(repaired);

    [Theory]
    [InlineData("Ångström Ünïted Çelik")]
    [InlineData("Señor Íñigo, São Paulo")]
    [InlineData("Łódź 東京 Москва")]
    [InlineData("Â")]
    public void Sound_text_stays(string text) => TextRepair.Repair(text).Trim().ShouldBe(text is "Â" ? "" : text);

    [Fact]
    public void Repairing_twice_is_repairing_once()
    {
        var once = TextRepair.Repair("â€œquotedâ€\u009D ï¼\u200B CafÃ© \uFEFF");

        TextRepair.Repair(once).ShouldBe(once);
    }
}
