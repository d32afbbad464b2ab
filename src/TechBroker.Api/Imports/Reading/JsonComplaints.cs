namespace TechBroker.Api.Imports.Reading;

/// <summary>Why a JSONL line could not be taken apart.</summary>
internal static class JsonComplaints
{
    public static Complaint TooLong(int bytes) => new(
        "row-too-long",
        new($"这一行超过 {bytes:N0} 字节。", $"The line is longer than {bytes:N0} bytes."),
        new("请缩短内容后重新导入这一行。", "Shorten it and import the line again."));

    public static Complaint NotUtf8() => new(
        "not-utf-8",
        new("这一行不是有效的 UTF-8 编码。", "The line is not valid UTF-8."),
        new("请把文件存为 UTF-8 编码后重新导入。", "Save the file as UTF-8 and import it again."));

    public static Complaint NotAnObject() => new(
        "json-not-an-object",
        new("这一行不是 JSON 对象。", "The line is no JSON object."),
        new("请每行写一个用花括号括起来的对象。", "Write one object in braces per line."));

    public static Complaint Invalid(int position, bool complete) => complete
        ? new(
            "json-invalid",
            new($"第 {position + 1} 个字节处不是有效的 JSON。", $"It is no valid JSON at byte {position + 1}."),
            new("请检查引号、逗号和括号；每行写一个完整的对象。", "Check quotes, commas and brackets; write one whole object per line."))
        : new(
            "json-invalid",
            new($"文件最后一行不完整或不是有效的 JSON（第 {position + 1} 个字节）。", $"The last line is cut off or no valid JSON (byte {position + 1})."),
            new("请补全最后一行，或重新导出文件。", "Complete the last line, or export the file again."));
}
