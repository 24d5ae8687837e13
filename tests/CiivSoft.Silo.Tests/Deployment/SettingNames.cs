using System.Reflection;
using CiivSoft.Dashboard.Access;
using CiivSoft.Lever;

namespace CiivSoft.Silo.Tests.Deployment;

/// <summary>Every setting of the program, its login and its Lever client as a variable of the environment.</summary>
internal static class SettingNames
{
    public static IReadOnlySet<string> All() =>
        Of(typeof(SiloSettings), SiloSettings.Section)
            .Concat(Of(typeof(LoginOptions), LoginOptions.Section.Replace(":", "__", StringComparison.Ordinal)))
            .Concat(Of(typeof(LeverOptions), LeverOptions.Section))
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Of(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .SelectMany(p =>
            {
                var name = $"{prefix}__{p.Name}".ToUpperInvariant();
                return IsPlain(p.PropertyType) ? [name] : Of(p.PropertyType, name);
            });

    private static bool IsPlain(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { } plain
        && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(TimeSpan));
}
