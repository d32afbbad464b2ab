using System.Text;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;

namespace TechBroker.Api.Imports.Writing;

/// <summary>
/// The rejected rows of an import with what is wrong in each, to be mended and imported again: JSONL as it came, a table as CSV that
/// Excel opens with its Chinese intact.
/// </summary>
internal abstract class RejectedFile : IDisposable
{
    /// <summary>Writes to <paramref name="output"/>, which stays open.</summary>
    public static RejectedFile To(Stream output, TableFile source, bool english) => source.Format == TableFormat.Jsonl
        ? new RejectedJsonl(output, english)
        : new RejectedCsv(output, source, english);

    /// <summary>results.xlsx becomes results-rejected.csv.</summary>
    public static string NameFor(string fileName, TableFormat format) =>
        $"{Path.GetFileNameWithoutExtension(fileName)}-rejected{(format == TableFormat.Jsonl ? ".jsonl" : ".csv")}";

    public abstract void Add(MappedRow row);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    protected static IEnumerable<string> Sentences(MappedRow row, bool english) => row.Issues
        .Where(i => i.Severity == Severity.Error)
        .Select(i => english ? $"{i.Message.En} {i.Remedy.En}" : i.Message.Zh + i.Remedy.Zh);

    protected static StreamWriter Writer(Stream output, bool bom) =>
        new(output, new UTF8Encoding(bom), 16 * 1024, leaveOpen: true);
}
