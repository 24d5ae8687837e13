using System.Text;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

public sealed class VisibleRtfTests
{
    [Theory]
    [InlineData("a dark paragraph", @"\pard\cbpat2\cf1 WORDS\par")]
    [InlineData("a dark paragraph after plain", @"\pard\cbpat2\plain\cf1 WORDS\par")]
    [InlineData("a paragraph of solid shading", @"\pard\shading10000\cfpat2\cf1 WORDS\par")]
    [InlineData("dark characters", @"\pard{\chcbpat2\cf1 WORDS}\par")]
    [InlineData("a dark cell", @"\trowd\clcbpat2\cellx4000\pard\intbl\cf1 WORDS\cell\row")]
    [InlineData("a dark second cell", @"\trowd\cellx4000\clcbpat2\cellx8000\pard\intbl\cell\cf1 WORDS\cell\row")]
    [InlineData(
        "a dark cell around a table described later",
        @"\trowd\clcbpat2\cellx4000\pard\intbl{\*\nesttableprops\trowd\cellx1\nestrow}\cf1 WORDS\cell\row"
    )]
    [InlineData("a cell of a table in a table", @"\trowd\cellx4000\pard\intbl\itap2\cf1 WORDS\nestcell\cell\row")]
    [InlineData("a shape", @"\pard{\shp{\*\shpinst{\sp{\sn fillColor}{\sv 255}}{\shptxt\pard\cf1 WORDS\par}}}")]
    public void White_words_stay_that_stand_on(string ground, string rtf)
    {
        var file =
            @"{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red20\green30\blue80;}"
            + rtf.Replace("WORDS", Words, StringComparison.Ordinal)
            + $@"\pard\plain {string.Join(@"\par ", ZipFile.ResumeParagraphs)}\par}}";

        var reading = DocumentInterpreter.Read(Encoding.ASCII.GetBytes(file), "cv.rtf");

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed, ground + string.Join(", ", reading.Warnings));
        reading.Text.ShouldContain(Words);
    }
}
