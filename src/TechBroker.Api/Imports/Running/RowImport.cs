using FluentValidation;
using TechBroker.Api.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Running;

/// <summary>What became of one row.</summary>
internal enum RowFate
{
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// <summary>What importing a listing and importing a need share: the shape that HTTP asks for, and words for what is wrong.</summary>
internal static class RowImport
{
    public static MarketError NotYours { get; } = new("not-your-organisation", ErrorKind.Rule, new(
        "这一行属于另一单位，只能导入本单位的内容。", "This row belongs to another organisation; you import for your own only."));

    public static IEnumerable<ImportIssue> Validate<T>(IValidator<T> validator, T body, int row, Func<string, string?> columnOf) =>
        validator.Validate(body).Errors.Select(e => ImportIssue.At(row, columnOf(ApiJson.CamelCase(e.PropertyName).Split('.', '[')[0]), new Complaint(
            "invalid-value",
            Text.Parse(e.ErrorMessage),
            new("请按说明修改这一格。", "Correct this cell as described."))));

    /// <summary>What the market objects to, in the column where it can be mended.</summary>
    public static ImportIssue Refused(int row, MarketError error, Func<string, string?> columnOf, Severity severity = Severity.Error)
    {
        var (column, remedy) = error.Code switch
        {
            "organisation-not-found" => (columnOf("organisationId"), new Text("请先登记该单位，或改正单位ID。", "Add the organisation first, or correct the id.")),
            "not-your-organisation" => (columnOf("organisationId"), new("请清空这一格，或改为本单位的 ID。", "Empty this cell, or give your own organisation's id.")),
            "approval-before-change" => (null, new("请先暂停该成果，再导入修改后的内容并重新提交；或请本单位审核人员导入。", "Suspend the listing, import the change and submit it again; or have the organisation's approver import it.")),
            "deadline-passed" => (columnOf("deadline"), new("请修改截止日期，或从文件中删除这一行。", "Change the deadline, or delete this row.")),
            "ownership-dispute" when severity is Severity.Warning => (columnOf("ip"), new("已存为草稿，权属裁定后再发布。", "It was kept as a draft; publish it when that is settled.")),
            "ownership-dispute" => (columnOf("ip"), new("请核对号码，或待权属裁定后再导入。", "Check the number, or import it again when that is settled.")),
            _ => (null, new("请先处理已有的记录，或从文件中删除这一行。", "Deal with the record that exists, or delete this row.")),
        };
        return ImportIssue.At(row, column, new Complaint(error.Code, error.Message, remedy, severity));
    }
}
