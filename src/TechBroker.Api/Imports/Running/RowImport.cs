using FluentValidation;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Mapping;
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
    public static IEnumerable<ImportIssue> Validate<T>(IValidator<T> validator, T body, int row, Func<string, string?> columnOf) =>
        validator.Validate(body).Errors.Select(e => ImportIssue.At(row, columnOf(ApiJson.CamelCase(e.PropertyName).Split('.', '[')[0]), new Complaint(
            "invalid-value",
            Text.Parse(e.ErrorMessage),
            new("请按说明修改这一格。", "Correct this cell as described."))));

    public static ImportIssue Refused(int row, MarketError error) => new(
        row, null, Severity.Error, error.Code, error.Message, new("请先处理已有的记录，或从文件中删除这一行。", "Deal with the record that exists, or delete this row."));

    public static MappedRow Reject(MappedRow row, MarketError error) => row.With(Refused(row.Number, error));
}
