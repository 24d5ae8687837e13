using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Content;

/// <summary>Names, places and employers.</summary>
internal static class PeopleLists
{
    public static ImmutableArray<NamingCulture> Cultures { get; } =
    [.. ContentFile.ReadLines("names.txt").Select(ReadCulture)];

    /// <summary>The first is the one that the account's company works in.</summary>
    public static ImmutableArray<Country> Countries { get; } =
    [.. ContentFile.ReadLines("places.txt").Select(ReadCountry)];

    public static ImmutableDictionary<string, EmployerKind> Employers { get; } =
        ContentFile.ReadLines("employers.txt").Select(ReadEmployerKind).ToImmutableDictionary(kind => kind.Key);

    private static NamingCulture ReadCulture(string line)
    {
        var parts = ContentFile.Split(line, '|');
        return new NamingCulture(parts[0], ReadNames(parts[1]), ReadNames(parts[2]));
    }

    private static ImmutableArray<NamePart> ReadNames(string list) =>
        [
            .. ContentFile
                .Split(list, ',')
                .Select(name => name.Split('='))
                .Select(name => new NamePart(name[0], name.Length > 1 ? name[1] : name[0])),
        ];

    private static Country ReadCountry(string line)
    {
        var parts = ContentFile.Split(line, '|');
        return new Country(
            parts[0],
            parts[1],
            parts[2],
            ContentFile.Split(parts[3], ';'),
            ContentFile.Split(parts[4], ';')
        );
    }

    private static EmployerKind ReadEmployerKind(string line)
    {
        var parts = ContentFile.Split(line, '|');
        return new EmployerKind(parts[0], ContentFile.Split(parts[1], ';'), ContentFile.Split(parts[2], ';'));
    }
}
