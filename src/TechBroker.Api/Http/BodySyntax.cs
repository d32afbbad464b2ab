using System.Text.Json;
using TechBroker.Domain;

namespace TechBroker.Api.Http;

/// <summary>Parses a body and, where that fails, finds out what a person has to mend.</summary>
internal static class BodySyntax
{
    private const int Deepest = 64;

    public static readonly Text BrokenText = new(
        "含有无效的字符编码（不是 UTF-8，或有不成对的代理字符），请以 UTF-8 发送正常文本。",
        "It holds broken characters: bytes that are no UTF-8, or half of a surrogate pair. Send plain text in UTF-8.");

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <returns>Null where the body is no JSON; the faults say why.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json, List<Fault> faults)
    {
        // Some editors and shells put a byte order mark before UTF-8.
        var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            faults.Add(new Fault("$", new("请求正文为空，须为 JSON 对象，如 {\"title\":\"…\"}。", "The body is empty; send a JSON object such as {\"title\":\"…\"}.")));
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            faults.Add(new Fault("$", Explain(e, text)));
            return null;
        }
    }

    /// <summary>Whether a text anywhere in it cannot be read as Unicode.</summary>
    public static bool HasBrokenText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => !CanRead(element.GetString),
        JsonValueKind.Array => element.EnumerateArray().Any(HasBrokenText),
        JsonValueKind.Object => element.EnumerateObject().Any(p => !CanRead(() => p.Name) || HasBrokenText(p.Value)),
        _ => false,
    };

    private static Text Explain(Exception exception, ReadOnlyMemory<byte> text)
    {
        if (exception is JsonException { LineNumber: { } line, BytePositionInLine: { } column })
        {
            return IsTooDeep(text.Span)
                ? new Text($"嵌套超过 {Deepest} 层，请检查内容。", $"It is nested more than {Deepest} levels deep; no field needs that.")
                : new Text($"不是有效的 JSON：第 {line + 1} 行第 {column + 1} 个字节。", $"This is not valid JSON: line {line + 1}, byte {column + 1}.");
        }

        using var lenient = JsonDocument.Parse(text);
        return Duplicate(lenient.RootElement) is { } name
            ? new Text($"字段 {name} 重复出现，请只保留一个。", $"{name} is given twice; send it once.")
            : BrokenText;
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > Deepest)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Broken before it gets too deep.
        }

        return false;
    }

    private static string? Duplicate(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Duplicate).FirstOrDefault(d => d is not null),
        JsonValueKind.Object when CanRead(() => element.EnumerateObject().Select(p => p.Name).ToList()) =>
            element.EnumerateObject().GroupBy(p => p.Name).FirstOrDefault(g => g.Count() > 1)?.Key
            ?? element.EnumerateObject().Select(p => Duplicate(p.Value)).FirstOrDefault(d => d is not null),
        _ => null,
    };

    private static bool CanRead(Func<object?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
