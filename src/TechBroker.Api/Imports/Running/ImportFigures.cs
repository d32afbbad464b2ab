using TechBroker.Storage.Imports;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Api.Imports.Running;

/// <summary>Counts what became of imported rows, after their commit.</summary>
internal static class ImportFigures
{
    public static void Count(ImportJob before, ImportJob after)
    {
        Count(after.Kind, "created", after.Created - before.Created);
        Count(after.Kind, "updated", after.Updated - before.Updated);
        Count(after.Kind, "unchanged", after.Unchanged - before.Unchanged);
        Count(after.Kind, "rejected", after.Rejected - before.Rejected);
    }

    private static void Count(string kind, string outcome, int rows)
    {
        if (rows > 0)
        {
            Instruments.ImportedRows.Add(rows, new("kind", kind), new("outcome", outcome));
        }
    }
}
