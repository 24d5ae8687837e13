using System.Collections.Immutable;
using System.Globalization;

namespace CiivSoft.Dashboard.Views;

/// <summary>Bars of a chart of days, in the units of its drawing.</summary>
internal sealed record DayChart(int Width, int Height, ImmutableArray<DayBar> Bars)
{
    private const int BarWidth = 16;
    private const int Gap = 4;
    private const int FullHeight = 60;

    public static DayChart Of(IReadOnlyList<DayFigure> figures)
    {
        // At least four, so that one decision a day is a low bar and not a full one.
        var highest = Math.Max(4, figures.Count == 0 ? 0 : figures.Max(f => f.Good + f.Other));
        var bars = ImmutableArray.CreateBuilder<DayBar>();
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            var good = Scale(figure.Good, highest);
            var other = Scale(figure.Other, highest);
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Day:d MMM}: {figure.Good} and {figure.Other} others"
            );
            var x = (i * (BarWidth + Gap)) + (Gap / 2);
            bars.Add(DayBar.At(x, FullHeight - good, BarWidth, good, "good", text));
            bars.Add(DayBar.At(x, FullHeight - good - other, BarWidth, other, "other", text));
        }

        return new DayChart(figures.Count * (BarWidth + Gap), FullHeight, bars.ToImmutable());
    }

    private static double Scale(long count, long highest) => (double)count * FullHeight / highest;
}

/// <summary>One rectangle; numbers as SVG wants them, whatever the culture.</summary>
internal sealed record DayBar(string X, string Y, string Width, string Height, string Class, string Text)
{
    public static DayBar At(double x, double y, double width, double height, string name, string text) =>
        new(Number(x), Number(y), Number(width), Number(height), name, text);

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
