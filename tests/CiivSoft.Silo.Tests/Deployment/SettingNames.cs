using System.Reflection;
using CiivSoft.Lever;

namespace CiivSoft.Silo.Tests.Deployment;

/// <summary>Every setting of the program and of its Lever client as a variable of the environment.</summary>
internal static class SettingNames
{
    public static IReadOnlySet<string> All() =>
        Of(typeof(SiloSettings), SiloSettings.Section)
            .Concat(Of(typeof(LeverOptions), LeverOptions.Section.ToUpperInvariant()))
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
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan);
}
