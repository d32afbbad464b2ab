using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechBroker.Api.Http;

/// <summary>A day as 2027-03-31. Many programs know only points in time, so 2027-03-31T08:00:00+08:00 is taken as well, by its own calendar.</summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            if (DateOnly.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            if (reader.TryGetDateTimeOffset(out var time))
            {
                return DateOnly.FromDateTime(time.DateTime);
            }
        }

        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
