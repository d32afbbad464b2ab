using TechBroker.Contracts.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Imports;

/// <summary>What is wrong with, or noteworthy in, one place of a file: row as the person sees it, column as it is headed there.</summary>
internal sealed record ImportIssue(int Row, string? Column, Severity Severity, string Code, Text Message, Text Remedy)
{
    /// <summary>The column's name goes into the sentence, because people read errors away from the table.</summary>
    public static ImportIssue At(int row, string? column, Complaint complaint) => new(
        row,
        column,
        complaint.Severity,
        complaint.Code,
        column is null ? complaint.Message : new Text($"“{column}”列：{complaint.Message.Zh}", $"Column \"{column}\": {complaint.Message.En}"),
        complaint.Remedy);

    public ImportIssueBody ToBody(bool english) => new()
    {
        Row = Row,
        Column = Column,
        Severity = Severity == Severity.Error ? "error" : "warning",
        Code = Code,
        Message = Message.In(english),
        Remedy = Remedy.In(english),
    };
}
