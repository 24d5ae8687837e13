using System.Globalization;
using CiivSoft.Dashboard.Exports;
using CiivSoft.Dashboard.Live;
using CiivSoft.Dashboard.Views;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class ViewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("I led a team of nine.", "led a team", 2, "I |led a team*| of nine.")]
    [InlineData("New words. I led a team.", "led a team", 2, "New words. I |led a team*|.")]
    [InlineData("Nothing of it.", "led a team", 2, "Nothing of it.")]
    [InlineData("short", "longer than the text", 900, "short")]
    [InlineData("", "x", 0, "")]
    public void A_quote_is_marked_where_it_stands(string text, string quote, int start, string marked)
    {
        var stretches = QuotedText.Mark(text, [new EvidenceQuote(quote, start)]);

        string.Concat(stretches.Select(s => s.Text)).ShouldBe(text);
        string.Join('|', stretches.Select(s => s.IsQuote ? s.Text + "*" : s.Text)).ShouldBe(marked);
    }

    [Fact]
    public void Quotes_that_overlap_are_marked_as_one()
    {
        var stretches = QuotedText.Mark("abcdef", [new EvidenceQuote("bcd", 1), new EvidenceQuote("cde", 2)]);

        stretches.ShouldBe([new("a", false), new("bcde", true), new("f", false)]);
    }

    [Theory]
    [InlineData("led a team", 2, 1)]
    [InlineData("led a team", 900, 1)]
    [InlineData("of nine", 13, 3)]
    [InlineData("of ten", 13, null)]
    public void A_quote_leads_to_its_mark(string quote, int start, int? stretch)
    {
        var stretches = QuotedText.Mark(
            "I led a team of nine.",
            [new EvidenceQuote("led a team", 2), new EvidenceQuote("of nine", 13)]
        );

        QuotedText.IndexOf(stretches, new EvidenceQuote(quote, start)).ShouldBe(stretch);
    }

    [Fact]
    public void A_place_in_a_list_survives_its_address()
    {
        var place = new TimeCursor(1_764_000_000_123, "d_with_underscores");

        Places.Read(Places.Write(place)).ShouldBe(place);
    }

    [Fact]
    public void A_place_among_files_survives_its_address()
    {
        var place = new FileCursor(ResumeStatus.Encrypted, "c_with_underscores");

        Places.ReadFile(Places.Write(place)).ShouldBe(place);
        Places.ReadFile("99999999999_x").ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("_x")]
    [InlineData("x_1")]
    [InlineData("-1_x")]
    [InlineData("99999999999999999999_x")]
    public void What_is_no_place_begins_the_list(string? text) => Places.Read(text).ShouldBeNull();

    [Fact]
    public void A_run_reads_as_a_funnel()
    {
        var funnel = Funnel.Of(
            new ArkiiveRunRow
            {
                PostingId = "p",
                Run = 2,
                Cause = "sync-complete",
                Searched = 1000,
                Scored = 38,
                ExcludedJson = """{"OptedOut":2,"InLaterStage":5}""",
                AboveBar = 3,
                Leads = 1,
                DecidedAt = Noon,
            }
        );

        funnel
            .Steps.Select(s => $"{s.Name} {s.Count}")
            .ShouldBe([
                "searched 1000",
                "nearest, looked at 45",
                "left out: in later stage 5",
                "left out: opted out 2",
                "eligible, compared in full 38",
                "at or above the bar 3",
                "leads 1",
            ]);
    }

    [Fact]
    public void The_rate_is_what_the_counter_gained_and_a_new_counter_begins_anew()
    {
        var meter = new CallMeter();

        meter.Take(Noon, 100).ShouldBeNull();
        meter.Take(Noon.AddSeconds(10), 150).ShouldBe(5);
        meter.Take(Noon.AddSeconds(20), 3).ShouldBeNull();
        meter.Take(Noon.AddSeconds(21), 13).ShouldBe(10);
    }

    [Fact]
    public void The_rate_forgets_what_is_older_than_half_a_minute()
    {
        var meter = new CallMeter();
        meter.Take(Noon, 0);
        meter.Take(Noon.AddSeconds(20), 1000);
        meter.Take(Noon.AddSeconds(40), 1000);

        meter.Take(Noon.AddSeconds(60), 1000).ShouldBe(0);
    }

    [Fact]
    public void Bars_of_a_chart_stand_on_its_ground_and_stay_within_it()
    {
        var chart = DayChart.Of([new(new DateOnly(2026, 3, 1), 1, 0), new(new DateOnly(2026, 3, 2), 30, 70)]);

        chart.Bars.Length.ShouldBe(4);
        chart.Bars.ShouldAllBe(b => Number(b.Y) >= 0 && Number(b.Y) + Number(b.Height) <= chart.Height);
        chart.Bars[2].Height.ShouldBe("18");
        chart.Bars[3].Height.ShouldBe("42");
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("  -1", "\"'  -1\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(null, "\"\"")]
    public void A_field_of_the_export_is_text_whatever_it_holds(string? text, string field) =>
        Csv.Field(text).ShouldBe(field);

    [Theory]
    [InlineData("""{"Names":["Ada Lovelace"]}""", "Ada Lovelace")]
    [InlineData("""{"Names":[]}""", PersonNames.Nameless)]
    [InlineData("""{"Names":[""]}""", PersonNames.Nameless)]
    [InlineData("""[1]""", PersonNames.Nameless)]
    [InlineData("not json", PersonNames.Nameless)]
    [InlineData(null, PersonNames.Nameless)]
    public void Somebody_without_a_name_is_shown_as_such(string? json, string name) =>
        PersonNames.NameIn(json).ShouldBe(name);

    [Theory]
    [InlineData(0.2, "now")]
    [InlineData(45, "45 s ago")]
    [InlineData(-300, "in 5 min")]
    [InlineData(7_200, "2 h ago")]
    [InlineData(864_000, "10 days ago")]
    public void Times_read_as_people_say_them(double seconds, string text) =>
        Moments.Relative(Noon.AddSeconds(-seconds), Noon).ShouldBe(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
