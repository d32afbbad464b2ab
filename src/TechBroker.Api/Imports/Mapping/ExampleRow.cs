namespace TechBroker.Api.Imports.Mapping;

/// <summary>The row that shows in the template how to fill it in; people forget to delete it.</summary>
internal static class ExampleRow
{
    public const string ChineseId = "示例";
    public const string EnglishId = "EXAMPLE";

    public static readonly IReadOnlySet<string> Ids = new HashSet<string>(StringComparer.Ordinal) { ChineseId, EnglishId };

    public static readonly Complaint Ignored = new(
        "example-row",
        new("这是模板中的示例行，不导入。", "This is the template's example row; it is not imported."),
        new("不必处理；如果这一行是真实内容，请修改编号。", "Nothing needs to be done; if the row is real, change its id."),
        Severity.Warning);
}
