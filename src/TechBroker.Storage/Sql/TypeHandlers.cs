using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace TechBroker.Storage.Sql;

/// <summary>How ids, times and dates stand in a database that has no types for them.</summary>
internal static class TypeHandlers
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        // Dapper asks a handler only for types that it does not map itself.
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.AddTypeHandler(new GuidText());
        SqlMapper.AddTypeHandler(new TimeText());
        SqlMapper.AddTypeHandler(new DateText());
        return true;
    });

    public static void Register() => _ = Once.Value;

    /// <summary>UTC to a ten-millionth of a second, so that text order is time order.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private sealed class GuidText : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToString("D") : value;

        public override Guid Parse(object value) => value as Guid? ?? Guid.ParseExact((string)value, "D");
    }

    private sealed class TimeText : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = parameter is SqliteParameter
                ? Write(value)
                : value;

        public override DateTimeOffset Parse(object value) => value as DateTimeOffset?
            ?? DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class DateText : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = parameter is SqliteParameter
                ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : value.ToDateTime(TimeOnly.MinValue);

        public override DateOnly Parse(object value) => value is DateTime time
            ? DateOnly.FromDateTime(time)
            : DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
