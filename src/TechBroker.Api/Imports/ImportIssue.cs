using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Imports;

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

    public StoredIssue ToStored(Guid jobId) => new()
    {
        JobId = jobId,
        RowNumber = Row,
        ColumnName = Column,
        Severity = Severity == Severity.Error ? "error" : "warning",
        Code = Code,
        MessageZh = Message.Zh,
        MessageEn = Message.En,
        RemedyZh = Remedy.Zh,
        RemedyEn = Remedy.En,
    };

    public static ImportIssue Of(StoredIssue issue) => new(
        issue.RowNumber,
        issue.ColumnName,
        issue.Severity == "error" ? Severity.Error : Severity.Warning,
        issue.Code,
        new Text(issue.MessageZh, issue.MessageEn),
        new Text(issue.RemedyZh, issue.RemedyEn));

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
