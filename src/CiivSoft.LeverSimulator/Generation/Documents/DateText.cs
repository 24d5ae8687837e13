using System.Globalization;
using CiivSoft.LeverSimulator.Generation.People;

namespace CiivSoft.LeverSimulator.Generation.Documents;

internal static class DateText
{
    public static string Between(Month start, Month? end, DateStyle style)
    {
        var (joint, present) = style switch
        {
            DateStyle.ShortMonth => (" – ", "Present"),
            DateStyle.Digits => (" - ", "present"),
            DateStyle.LongMonth => (" to ", "date"),
            _ => (" – ", "now"),
        };
        var from = Format(start, style);
        var to = end is { } month ? Format(month, style) : present;
        return string.Equals(from, to, StringComparison.Ordinal) ? from : from + joint + to;
    }

    private static string Format(Month month, DateStyle style)
    {
        var invariant = CultureInfo.InvariantCulture;
        var day = new DateOnly(month.Year, month.Number, 1);
        return style switch
        {
            DateStyle.ShortMonth => day.ToString("MMM yyyy", invariant),
            DateStyle.Digits => day.ToString("MM'/'yyyy", invariant),
            DateStyle.LongMonth => day.ToString("MMMM yyyy", invariant),
            _ => day.ToString("yyyy", invariant),
        };
    }
}

internal enum DateStyle
{
    /// <summary>Mar 2019 – Present</summary>
    ShortMonth,

    /// <summary>03/2019 - present</summary>
    Digits,

    /// <summary>March 2019 to date</summary>
    LongMonth,

    /// <summary>2019 – now</summary>
    YearsAlone,
}
