using System.Reflection;
using System.Text.RegularExpressions;

namespace CiivSoft.Cli.Settings;

/// <summary>All settings, from the page that describes them; a test of the silo holds that page to the code.</summary>
internal static partial class SettingsPage
{
    public const string Resource = "settings.md";

    private static readonly Lazy<IReadOnlyList<Setting>> Page = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource);
        using var reader = new StreamReader(
            stream ?? throw new InvalidOperationException("The settings' page was not built in.")
        );
        return Parse(reader.ReadToEnd());
    });

    public static IReadOnlyList<Setting> All => Page.Value;

    /// <summary>The rows of the page's tables, in their order; a row of several names has as many defaults.</summary>
    public static IReadOnlyList<Setting> Parse(string page) =>
        [
            .. page.Split('\n')
                .Select(line => line.Split(" | "))
                .Where(cells => cells.Length == 3)
                .SelectMany(SettingsOf)
                .DistinctBy(setting => setting.Variable),
        ];

    private static IEnumerable<Setting> SettingsOf(string[] cells)
    {
        var names = Name().Matches(cells[0]).Select(match => match.Groups["name"].Value).ToList();
        var defaults = cells[1].Split(", ");
        for (var i = 0; i < names.Count; i++)
        {
            var written = names.Count == defaults.Length ? defaults[i] : cells[1];
            yield return new Setting(names[i], Plain(written), Plain(cells[2].TrimEnd('|', ' ')));
        }
    }

    private static string Plain(string markdown) =>
        Link().Replace(markdown, "${text}").Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex("`(?<name>(?:CIIVSOFT|LEVER)__[A-Z_]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
