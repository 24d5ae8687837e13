using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Redaction;

/// <summary>Streets, flats and postcodes. Whether there is one is asked, not where it begins.</summary>
internal static class AddressPatterns
{
    private const string Number = @"\p{Nd}{1,5}\s?[A-Za-z]?";

    private const string StreetTypes =
        "street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|sq|terrace|close|crescent|way|parkway|pkwy|highway|hwy|circle|cir|trail|gardens|grove|mews|row|hill|view|rise|walk|park|house|heights|alley";

    private const string LeadingTypes =
        "rue|avenue|av\\.|boulevard|place|chemin|allée|calle|c/|avenida|plaza|paseo|carrer|via|viale|piazza|corso|largo|rua|praça|travessa|ul\\.|ulica|al\\.|aleja|os\\.|strada|str\\.|bulevardul|bd\\.|ул\\.|улица|пр\\.|проспект|вул\\.|شارع|đường|phố|ngõ|số|quận|phường|jalan|jl\\.";

    // A house number with a street, a street with a house number, a flat, a box, or a postcode of Britain, Canada,
    // the Netherlands, the United States, or five or six digits beside a capitalised town.
    private static readonly Regex Marker = Patterns.WithCase(
        $@"\b{Number}\s?,?\s+([\p{{L}}\p{{M}}'’.-]+\s+){{0,4}}(?i:{StreetTypes})\b"
            + $@"|(?i:(^|[\s,;:|])({LeadingTypes})\s?[\p{{L}}\p{{M}}\s'’.-]{{1,40}},?\s*(n[º°o.]\s?)?\p{{Nd}})"
            + $@"|(?i:(^|[\s,;:|])(n[º°o.]\s?)?\p{{Nd}}{{1,5}}\s?(bis|ter|[a-z])?,?\s+({LeadingTypes})\s)"
            + $@"|[\p{{L}}\p{{M}}](straße|strasse|str\.|weg|gasse|allee|platz|laan|straat|gracht|plein|dijk|kade|ring|ufer|gade|gatan|vägen|veien)\s+{Number}\b"
            + @"|(?i:\b(flat|apt|apartment|unit|suite|floor|p\.?\s?o\.?\s?box|postfach|bloco|piso|bl\.|sc\.|ap\.|et\.)\s?#?\.?\s?\p{Nd}+)"
            + @"|\b[A-Z]{1,2}\p{Nd}[A-Z0-9]?\s?\p{Nd}[A-Z]{2}\b|\b[ABCEGHJ-NPRSTVXY]\p{Nd}[A-Z]\s?\p{Nd}[A-Z]\p{Nd}\b|\b\p{Nd}{4}\s?[A-Z]{2}\b"
            + @"|\b[A-Z]{2}\.?,?\s+\p{Nd}{5}(-\p{Nd}{4})?\b|\b\p{Nd}{5,6}\s+\p{Lu}[\p{L}\p{M}]+|\b\p{Lu}[\p{L}\p{M}]+,?\s+\p{Nd}{5,6}\b|\b\p{Nd}{2}-\p{Nd}{3}\s+\p{Lu}"
            + @"|[\u4E00-\u9FFF](省|市|区|區|县|路|街|号|號|弄|室)|〒|[\uAC00-\uD7AF](시|구|동|로|길)\b"
    );

    /// <summary>A street with its number: an address wherever it stands.</summary>
    public static bool IsAddress(ReadOnlySpan<char> segment) => Marker.IsMatch(segment);
}
