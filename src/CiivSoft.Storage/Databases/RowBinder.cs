using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace CiivSoft.Storage.Databases;

/// <summary>
/// Binds the <c>@Names</c> of a statement to properties of the objects that make up a row. The first object that has the
/// property gives the value. Objects stand in the same order for every row of one statement text.
/// </summary>
internal static partial class RowBinder
{
    private static readonly ConcurrentDictionary<PlanKey, Binding[]> Plans = new();

    public static void AddParameters(DbCommand command, string sql, object[] row) =>
        Fill(sql, row, (name, value) => Add(command.CreateParameter(), command.Parameters, name, value));

    public static void AddParameters(DbBatchCommand command, string sql, object[] row) =>
        Fill(sql, row, (name, value) => Add(command.CreateParameter(), command.Parameters, name, value));

    /// <summary>Sets the values of parameters that <see cref="AddParameters(DbCommand, string, object[])"/> added.</summary>
    public static void SetParameters(DbCommand command, string sql, object[] row)
    {
        var index = 0;
        Fill(sql, row, (_, value) => command.Parameters[index++].Value = value);
    }

    private static void Fill(string sql, object[] row, Action<string, object> set)
    {
        foreach (
            var binding in Plans.GetOrAdd(PlanKey.Of(sql, row), static (key, objects) => Plan(key.Sql, objects), row)
        )
        {
            set(binding.Name, DbValue.From(binding.Property.GetValue(row[binding.Source])));
        }
    }

    private static void Add(DbParameter parameter, DbParameterCollection parameters, string name, object value)
    {
        parameter.ParameterName = name;
        parameter.Value = value;
        parameters.Add(parameter);
    }

    private static Binding[] Plan(string sql, object[] row) =>
        ParameterPattern()
            .Matches(sql)
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .Select(name => Find(name, row))
            .ToArray();

    private static Binding Find(string name, object[] row)
    {
        for (var source = 0; source < row.Length; source++)
        {
            if (row[source].GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance) is { } property)
            {
                return new Binding(name, source, property);
            }
        }

        throw new InvalidOperationException($"No object of the row has a value for @{name}.");
    }

    [GeneratedRegex("@(?<name>[A-Za-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterPattern();

    /// <summary>A row is one or two objects: the record, and what goes with it.</summary>
    private readonly record struct PlanKey(string Sql, Type First, Type Last)
    {
        public static PlanKey Of(string sql, object[] row) => new(sql, row[0].GetType(), row[^1].GetType());
    }

    private sealed record Binding(string Name, int Source, PropertyInfo Property);
}

/// <summary>How values of our records are written: the same on both databases.</summary>
internal static class DbValue
{
    public static object From(object? value) =>
        value switch
        {
            null => DBNull.Value,
            string text => Clean(text),
            DateTimeOffset time => time.ToUnixTimeMilliseconds(),
            Enum name => Convert.ToInt32(name, System.Globalization.CultureInfo.InvariantCulture),
            Uri uri => uri.OriginalString,
            _ => value,
        };

    /// <summary>
    /// Drops NUL and replaces lone surrogates: Lever's texts may hold them, PostgreSQL refuses them, and both databases
    /// shall hold the same.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
