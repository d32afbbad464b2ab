using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TechBroker.Api.Imports.Mapping;

namespace TechBroker.Api.Imports;

/// <summary>Remembers the good rows of one file, in 16 bytes per key, so that a row given twice is imported once.</summary>
internal sealed class SeenRows(string idColumn)
{
    private readonly Dictionary<UInt128, (int Row, UInt128 Content)> seen = [];

    public MappedRow Check(MappedRow row)
    {
        if (row.Verdict != Verdict.Import)
        {
            return row;
        }

        var content = Short(row.Key.Content);
        if (seen.TryAdd(Short(row.Key.Value), (row.Number, content)))
        {
            return row;
        }

        var first = seen[Short(row.Key.Value)];
        return first.Content == content
            ? row.With(Duplicate(row.Number, first.Row)) with { Skipped = true }
            : row.With(Contradiction(row.Number, first.Row, row.ExternalId ?? string.Empty));
    }

    private static ImportIssue Duplicate(int row, int first) => ImportIssue.At(row, null, new Complaint(
        "duplicate-row",
        new($"与第 {first} 行重复，只导入一次。", $"It repeats row {first} and is imported once."),
        new("不必处理；如果是两项不同的内容，请在标题或编号上加以区分。", "Nothing needs to be done; if they are two things, tell them apart by title or id."),
        Severity.Warning));

    private ImportIssue Contradiction(int row, int first, string id) => ImportIssue.At(row, idColumn, new Complaint(
        "id-used-twice",
        new($"编号“{Complaint.Quote(id)}”已用于第 {first} 行，但两行内容不同。", $"The id \"{Complaint.Quote(id)}\" is row {first}'s already, and the two rows differ."),
        new("请为这一行换一个编号；如果是同一项，请只保留一行。", "Give this row another id; if both are the same thing, keep one.")));

    private static UInt128 Short(string key) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
