using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;

namespace TechBroker.Storage.Sql;

/// <summary>How ids, times and dates stand where a database has types for them, and where it has none.</summary>
internal static class TypeHandlers
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        // Dapper asks a handler only for types that it does not map itself.
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.AddTypeHandler(typeof(Guid), new GuidHandler());
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new TimeHandler());
        SqlMapper.AddTypeHandler(typeof(DateOnly), new DateHandler());
        return true;
    });

    public static void Register() => _ = Once.Value;

    /// <summary>UTC to a ten-millionth of a second, so that text order is time order.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    // A null has a type, too: SQL Server would take it for text otherwise, and not everything can be made of text.
    private abstract class Handler<T> : SqlMapper.ITypeHandler
        where T : struct
    {
        public void SetValue(IDbDataParameter parameter, object value)
        {
            if (parameter is SqlParameter typed)
            {
                typed.SqlDbType = Type;
                typed.Value = value is T given ? Native(given) : DBNull.Value;
            }
            else
            {
                parameter.Value = value is T given ? Text(given) : DBNull.Value;
            }
        }

        public object Parse(Type destinationType, object value) => Parse(value);

        protected abstract SqlDbType Type { get; }

        protected abstract string Text(T value);

        protected abstract object Native(T value);

        protected abstract T Parse(object value);
    }

    private sealed class GuidHandler : Handler<Guid>
    {
        protected override SqlDbType Type => SqlDbType.UniqueIdentifier;

        protected override string Text(Guid value) => value.ToString("D");

        protected override object Native(Guid value) => value;

        protected override Guid Parse(object value) => value as Guid? ?? Guid.ParseExact((string)value, "D");
    }

    private sealed class TimeHandler : Handler<DateTimeOffset>
    {
        protected override SqlDbType Type => SqlDbType.DateTimeOffset;

        protected override string Text(DateTimeOffset value) => Write(value);

        protected override object Native(DateTimeOffset value) => value.ToUniversalTime();

        protected override DateTimeOffset Parse(object value) => value as DateTimeOffset?
            ?? DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class DateHandler : Handler<DateOnly>
    {
        protected override SqlDbType Type => SqlDbType.Date;

        protected override string Text(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        protected override object Native(DateOnly value) => value.ToDateTime(TimeOnly.MinValue);

        protected override DateOnly Parse(object value) => value is DateTime time
            ? DateOnly.FromDateTime(time)
            : DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
