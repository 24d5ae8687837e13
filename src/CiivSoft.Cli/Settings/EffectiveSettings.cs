using System.Text.Json;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Settings;

/// <summary>The settings as a silo that is started here and now would read them: defaults, <c>appsettings.json</c>, environment.</summary>
/// <param name="variables">The environment.</param>
/// <param name="appSettings">The silo's <c>appsettings.json</c>; null when it is not here.</param>
internal sealed class EffectiveSettings(IReadOnlyDictionary<string, string> variables, FileInfo? appSettings)
{
    private readonly Dictionary<string, string> _environment = ByName(variables);
    private readonly Dictionary<string, string> _file = ReadFile(appSettings);

    /// <summary>The variables of the environment that are meant for a silo, known or not.</summary>
    public IEnumerable<string> VariablesSet =>
        variables.Keys.Where(name => IsOurs(name.ToUpperInvariant())).Order(StringComparer.Ordinal);

    /// <summary>The value that is set somewhere; null where the default applies. Nothing is masked.</summary>
    public string? Find(string variable) =>
        _environment.GetValueOrDefault(variable) ?? _file.GetValueOrDefault(PathOf(variable));

    /// <summary>Every setting with its value, in the order of the page.</summary>
    public IReadOnlyList<EffectiveSetting> All() =>
        [
            .. SettingsPage.All.Select(setting =>
                _environment.TryGetValue(setting.Variable, out var set)
                    ? Of(setting, setting.Mask(set), SettingSource.Environment)
                : _file.TryGetValue(PathOf(setting.Variable), out var written)
                    ? Of(setting, setting.Mask(written), SettingSource.AppSettings)
                : Of(setting, setting.Default, SettingSource.Default)
            ),
        ];

    private static EffectiveSetting Of(Setting setting, string value, SettingSource source) =>
        new(setting.Variable, value, source, setting.Meaning);

    private static bool IsOurs(string name) =>
        name.StartsWith("CIIVSOFT__", StringComparison.Ordinal) || name.StartsWith("LEVER__", StringComparison.Ordinal);

    private static string PathOf(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);

    private static Dictionary<string, string> ByName(IReadOnlyDictionary<string, string> variables)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables)
        {
            byName[name] = value;
        }

        return byName;
    }

    private static Dictionary<string, string> ReadFile(FileInfo? file)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (file is { Exists: true })
        {
            var options = new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            };
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllText(file.FullName), options);
                Collect(document.RootElement, "", values);
            }
            catch (JsonException broken)
            {
                throw new CliException(
                    ExitCodes.Broken,
                    $"{file.FullName} is no JSON (line {broken.LineNumber + 1}): a silo that reads it does not start.",
                    "Correct it at that line."
                );
            }
        }

        return values;
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> values)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}", values);
            }
        }
        else
        {
            values[path] = element.ToString();
        }
    }
}

/// <summary>A setting as it applies.</summary>
/// <param name="Variable">Its name in the environment.</param>
/// <param name="Value">Its value, secrets masked; the default in words where nothing is set.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record EffectiveSetting(string Variable, string Value, SettingSource Source, string Meaning);

/// <summary>Where a setting's value comes from.</summary>
internal enum SettingSource
{
    /// <summary>Nothing is set.</summary>
    Default = 0,

    /// <summary><c>appsettings.json</c> beside the silo's program.</summary>
    AppSettings = 1,

    /// <summary>The environment, which wins.</summary>
    Environment = 2,
}
