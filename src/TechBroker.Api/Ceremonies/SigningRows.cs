using System.Text.Json;
using FluentValidation;
using TechBroker.Api.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Ceremonies;

/// <summary>Reads the rows of a batch, each as the body that it would be by itself.</summary>
internal sealed class SigningRows(IEnumerable<ISigningKind> kinds)
{
    private readonly Dictionary<string, ISigningKind> kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public async Task<(IReadOnlyList<(string Kind, RecordRow Record)> Rows, IReadOnlyList<Fault> Faults)> ReadAsync(IReadOnlyList<JsonElement> given, CancellationToken ct)
    {
        var (rows, faults) = (new List<(string, RecordRow)>(), new List<Fault>());
        for (var i = 0; i < given.Count; i++)
        {
            var (kind, row) = await ReadAsync(given[i], ct);
            faults.AddRange(row.Faults.Select(f => Of(i, f)));
            if (row.RecordAsync is { } record)
            {
                rows.Add((kind, record));
            }
        }

        return (rows, faults);
    }

    /// <summary>A field of a row: rows[3].amount.</summary>
    public static Fault Of(int index, Fault fault) => fault with { Field = fault.Field is "$" or "" ? $"rows[{index}]" : $"rows[{index}].{fault.Field}" };

    /// <returns>Null where anything is wrong with it.</returns>
    public static async Task<(T? Body, IReadOnlyList<Fault> Faults)> ReadAsync<T>(ReadOnlyMemory<byte> json, IValidator<T> validator, CancellationToken ct)
        where T : class
    {
        var (body, faults) = BodyReader.Read<T>(json);
        if (body is not null)
        {
            var broken = faults.Select(f => f.Field).ToHashSet();
            faults.AddRange((await validator.ValidateAsync(body, ct)).Errors
                .Select(e => new Fault(ApiJson.CamelCase(e.PropertyName), Text.Parse(e.ErrorMessage))).Where(f => !broken.Contains(f.Field)));
        }

        return (faults.Count > 0 ? null : body, faults);
    }

    private async Task<(string Kind, SigningRow Row)> ReadAsync(JsonElement given, CancellationToken ct)
    {
        if (given.ValueKind is not JsonValueKind.Object)
        {
            return ("", Faulty("$", new("须为 JSON 对象，如 {\"kind\":\"investment\",\"title\":\"…\"}。", "It must be a JSON object such as {\"kind\":\"investment\",\"title\":\"…\"}.")));
        }

        if (!given.TryGetProperty("kind", out var named) || named.ValueKind is not JsonValueKind.String || !kinds.TryGetValue(named.GetString()!, out var kind))
        {
            var all = string.Join(", ", kinds.Keys.Order(StringComparer.Ordinal));
            return ("", Faulty("kind", new($"须为以下之一：{all}。", $"It must be one of {all}.")));
        }

        return (kind.Name, await kind.ReadAsync(WithoutKind(given), ct));
    }

    private static SigningRow Faulty(string field, Text message) => new([new Fault(field, message)], null);

    private static ReadOnlyMemory<byte> WithoutKind(JsonElement row)
    {
        var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var property in row.EnumerateObject().Where(p => !p.NameEquals("kind")))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }
}
