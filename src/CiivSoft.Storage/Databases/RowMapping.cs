using System.Data;
using System.Runtime.CompilerServices;
using Dapper;

namespace CiivSoft.Storage.Databases;

/// <summary>Teaches Dapper our column names and types, once, before the first statement.</summary>
internal static class RowMapping
{
    public static void Register() => RuntimeHelpers.RunClassConstructor(typeof(Once).TypeHandle);

    private static class Once
    {
        static Once()
        {
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            // Dapper asks its own map first, so ours are reached only where it has none.
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.AddTypeHandler(new TimeHandler());
            SqlMapper.AddTypeHandler(new UriHandler());
        }
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToUnixTimeMilliseconds();
        }
    }

    private sealed class UriHandler : SqlMapper.TypeHandler<Uri>
    {
        public override Uri Parse(object value) => new((string)value, UriKind.RelativeOrAbsolute);

        public override void SetValue(IDbDataParameter parameter, Uri? value) =>
            parameter.Value = value is null ? DBNull.Value : value.OriginalString;
    }
}
