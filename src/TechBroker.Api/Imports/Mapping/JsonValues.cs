using System.Globalization;
using System.Text.Json;
using TechBroker.Api.Imports.Reading;
using TechBroker.Contracts.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Values of JSON properties, each of exactly the type that HTTP asks for.</summary>
internal static class JsonValues
{
    private static readonly Text AText = new("字符串", "a string");
    private static readonly Text ATextList = new("字符串数组", "an array of strings");
    private static readonly Text AWholeNumber = new("整数", "a whole number");
    private static readonly Text AFlag = new(" true 或 false", "true or false");
    private static readonly Text RightsList = new("对象数组，如 [{\"type\":\"patent\",\"number\":\"ZL202310012345.6\",\"status\":\"granted\"}]", "an array of objects such as [{\"type\":\"patent\",\"number\":\"ZL202310012345.6\",\"status\":\"granted\"}]");
    private static readonly Text AnAmount = new("对象，如 {\"currency\":\"CNY\",\"minorUnits\":120000000}（以分计）", "an object such as {\"currency\":\"CNY\",\"minorUnits\":120000000} (in cents)");

    public static Parsed<bool?> Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => JsonFault.WrongType(AFlag),
    };

    public static Parsed<string?> Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return JsonFault.WrongType(AText);
        }

        var text = value.GetString()!;
        return CellFaults.Of(text) is { } fault ? fault : text;
    }

    public static Parsed<IReadOnlyList<string>?> Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return JsonFault.WrongType(ATextList);
        }

        var texts = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return JsonFault.WrongType(ATextList);
            }

            var (text, fault) = Text(item);
            if (fault is not null)
            {
                return fault;
            }

            texts.Add(text!);
        }

        return texts.Count == 0 ? default : new Parsed<IReadOnlyList<string>?>(texts, null);
    }

    public static Parsed<int?> Level(JsonElement value) => value.ValueKind != JsonValueKind.Number
        ? JsonFault.WrongType(AWholeNumber)
        : value.TryGetInt32(out var level) && level is >= 1 and <= 9 ? level : TrlText.OutOfRange(value.GetRawText());

    public static Parsed<DateOnly?> Date(JsonElement value)
    {
        var (text, fault) = Text(value);
        return fault is not null ? fault
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : DateText.Invalid(text!);
    }

    public static Parsed<MoneyBody?> Money(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return JsonFault.WrongType(AnAmount);
        }

        var body = new MoneyBody();
        var fault = Properties(value, (name, v) =>
        {
            switch (name)
            {
                case "currency" when v.ValueKind == JsonValueKind.String && Domain.Money.IsCurrency(v.GetString()):
                    body = body with { Currency = v.GetString() };
                    return true;
                case "minorUnits" when v.ValueKind == JsonValueKind.Number && v.TryGetInt64(out var minor) && minor is >= 0 and <= Domain.Money.Largest:
                    body = body with { MinorUnits = minor };
                    return true;
                default:
                    return false;
            }
        });
        return fault is null && body is { Currency: not null, MinorUnits: not null } ? body : fault ?? JsonFault.WrongType(AnAmount);
    }

    public static Parsed<IReadOnlyList<IpBody>?> Rights(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return JsonFault.WrongType(RightsList);
        }

        var rights = new List<IpBody>();
        foreach (var item in value.EnumerateArray())
        {
            var (right, fault) = Right(item);
            if (fault is not null)
            {
                return fault;
            }

            rights.Add(right!);
        }

        return rights.Count == 0 ? default : new Parsed<IReadOnlyList<IpBody>?>(rights, null);
    }

    private static Parsed<IpBody?> Right(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return JsonFault.WrongType(RightsList);
        }

        var right = new IpBody();
        Complaint? inner = null;
        var fault = Properties(value, (name, v) =>
        {
            string? text = null;
            if (v.ValueKind != JsonValueKind.Null)
            {
                (text, var wrong) = Text(v);
                inner ??= wrong;
            }

            var next = name switch
            {
                "type" => right with { Type = text },
                "number" => right with { Number = text },
                "status" => right with { Status = text },
                _ => null,
            };
            right = next ?? right;
            return next is not null;
        });
        return (inner ?? fault) is { } complaint ? complaint : right;
    }

    /// <summary>Gives every property of a small object to <paramref name="take"/>, which says whether it could use it.</summary>
    private static Complaint? Properties(JsonElement value, Func<string, JsonElement, bool> take)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                return JsonFault.Duplicate;
            }

            if (!take(property.Name, property.Value))
            {
                return JsonFault.BadPart(property.Name);
            }
        }

        return null;
    }
}
