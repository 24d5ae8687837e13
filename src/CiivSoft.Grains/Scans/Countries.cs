using System.Collections.Frozen;
using System.Globalization;

namespace CiivSoft.Grains.Scans;

/// <summary>Reads the country off a location such as <c>Leeds, UK</c>. What it is not sure of is unknown.</summary>
internal static class Countries
{
    /// <summary>ISO 3166-1 alpha-2; null when the last part of the location names no country or US state.</summary>
    public static string? Find(string? location)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            return null;
        }

        var last = location.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            is [.., var l]
            ? l
            : "";
        return ByName.GetValueOrDefault(last);
    }

    private static FrozenDictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.TwoLetterISORegionName.Length == 2 && char.IsLetter(region.TwoLetterISORegionName[0]))
            {
                names.TryAdd(region.EnglishName, region.TwoLetterISORegionName);
            }
        }

        foreach (var (name, code) in Aliases)
        {
            names[name] = code;
        }

        foreach (var state in UsStates)
        {
            names.TryAdd(state, "US");
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static readonly (string Name, string Code)[] Aliases =
    [
        ("UK", "GB"),
        ("United Kingdom", "GB"),
        ("Great Britain", "GB"),
        ("England", "GB"),
        ("Scotland", "GB"),
        ("Wales", "GB"),
        ("Northern Ireland", "GB"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("United States", "US"),
        ("United States of America", "US"),
        ("Deutschland", "DE"),
        ("Germany", "DE"),
        ("France", "FR"),
        ("Spain", "ES"),
        ("España", "ES"),
        ("Italy", "IT"),
        ("Netherlands", "NL"),
        ("The Netherlands", "NL"),
        ("Poland", "PL"),
        ("Polska", "PL"),
        ("Ireland", "IE"),
        ("Canada", "CA"),
        ("Australia", "AU"),
        ("India", "IN"),
        ("Belgium", "BE"),
        ("Switzerland", "CH"),
        ("Austria", "AT"),
        ("Portugal", "PT"),
        ("Sweden", "SE"),
        ("Norway", "NO"),
        ("Denmark", "DK"),
        ("Finland", "FI"),
        ("Romania", "RO"),
        ("New Zealand", "NZ"),
        ("Mexico", "MX"),
        ("Brazil", "BR"),
        ("Japan", "JP"),
        ("China", "CN"),
        ("Singapore", "SG"),
        ("South Africa", "ZA"),
        ("United Arab Emirates", "AE"),
        ("UAE", "AE"),
    ];

    // Two letters of a US state that are also a country's code (CA, DE, IN …) mean the state after a town.
    private static readonly string[] UsStates =
    [
        .. (
            "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI "
            + "SC SD TN TX UT VT VA WA WV WI WY DC"
        ).Split(' '),
    ];

    // After the lists that it is built from: static fields are set in the order of the text.
    private static readonly FrozenDictionary<string, string> ByName = Build();
}
