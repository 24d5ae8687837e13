using System.Text;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

internal static class HiddenTexts
{
    public static IEnumerable<(string Name, HiddenCase Case)> All()
    {
        yield return ("rtf hidden", Rtf($@"{{\v {Words}}}", Techniques.Vanish));
        yield return ("rtf white on white", Rtf($@"{{\cf1 {Words}}}", Techniques.WhiteOnWhite));
        yield return ("rtf same colour as its bar", Rtf($@"{{\pard\cbpat2\cf2 {Words}}}", Techniques.SameAsBox));
        yield return (
            "rtf white in a cell beside a dark one",
            Rtf(
                $@"\trowd\clcbpat2\cellx4000\cellx8000\pard\intbl\cell {{\cf1 {Words}}}\cell\row",
                Techniques.WhiteOnWhite
            )
        );
        yield return (
            "rtf white after a dark paragraph",
            Rtf($@"\pard\cbpat2 \pard{{\cf1 {Words}}}", Techniques.WhiteOnWhite)
        );
        yield return ("rtf tiny", Rtf($@"{{\fs2 {Words}}}", Techniques.Tiny));
        yield return ("html not displayed", Html($"<div style='display:none'>{Words}</div>", Techniques.Vanish));
        yield return (
            "html hidden by a class",
            Html($"<style>.x {{ visibility: hidden }}</style><div class=x>{Words}</div>", Techniques.Vanish)
        );
        yield return ("html white on white", Html($"<div style='color:#fff'>{Words}</div>", Techniques.WhiteOnWhite));
        yield return (
            "html white by a name and a variable",
            Html(
                $"<style>:root {{ --paper: Snow; --bar: #123 }} .x {{ color: var(--paper) }}</style><div class=x>{Words}</div>",
                Techniques.WhiteOnWhite
            )
        );
        yield return (
            "html white on a screen only",
            Html(
                $"<style>@media screen {{ .x {{ color: rgb(255 255 255 / 100%) }} }} @media print {{ .x {{ color: #000 }} }}</style><div class=x>{Words}</div>",
                Techniques.WhiteOnWhite
            )
        );
        yield return (
            "html white without a background picture",
            Html($"<div style='background-image:none;color:white'>{Words}</div>", Techniques.WhiteOnWhite)
        );
        yield return (
            "html same colour as its bar",
            Html($"<div style='background:navy;color:hsl(240, 100%, 25%)'>{Words}</div>", Techniques.SameAsBox)
        );
        yield return (
            "html nearly transparent",
            Html($"<div style='color:rgba(0, 0, 0, 0.02)'>{Words}</div>", Techniques.ZeroOpacity)
        );
        yield return ("html tiny", Html($"<div style='font-size:1px'>{Words}</div>", Techniques.Tiny));
        yield return (
            "html off the page",
            Html($"<div style='position:absolute;left:-9999px'>{Words}</div>", Techniques.OffPage)
        );
        yield return ("html zero opacity", Html($"<div style='opacity:0'>{Words}</div>", Techniques.ZeroOpacity));
    }

    private static HiddenCase Rtf(string more, string technique)
    {
        return new("cv.rtf", Of(""), Of(more), technique);

        static byte[] Of(string more) =>
            Encoding.ASCII.GetBytes(
                $@"{{\rtf1\ansi{{\colortbl;\red255\green255\blue255;\red20\green30\blue80;}} {string.Join(@"\par ", ZipFile.ResumeParagraphs)}\par {more}}}"
            );
    }

    private static HiddenCase Html(string more, string technique)
    {
        return new("cv.html", Of(""), Of(more), technique);

        static byte[] Of(string more) =>
            Encoding.UTF8.GetBytes(
                $"<html><body>{string.Concat(ZipFile.ResumeParagraphs.Select(text => $"<p>{text}</p>"))}{more}</body></html>"
            );
    }
}
