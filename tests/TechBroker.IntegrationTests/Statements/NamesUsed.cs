using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TechBroker.IntegrationTests.Statements;

/// <summary>The tables and columns that a statement names. An alias that two parts of it use for different tables stands for both.</summary>
internal sealed class NamesUsed : TSqlFragmentVisitor
{
    // Of OUTPUT, and of what a derived table calls its columns.
    private readonly HashSet<string> made = new(StringComparer.Ordinal);
    private readonly HashSet<string> derived = new(StringComparer.Ordinal) { "inserted" };
    private readonly Dictionary<string, HashSet<string>> tables = new(StringComparer.Ordinal);
    private readonly List<(string? Of, string Column)> columns = [];

    public override void Visit(NamedTableReference node)
    {
        var table = node.SchemaObject.BaseIdentifier.Value;
        var name = node.Alias?.Value ?? table;
        if (!tables.TryGetValue(name, out var known))
        {
            tables.Add(name, known = new(StringComparer.Ordinal));
        }

        known.Add(table);
    }

    public override void Visit(QueryDerivedTable node) => derived.Add(node.Alias.Value);

    public override void Visit(SelectScalarExpression node)
    {
        if (node.ColumnName is { } name)
        {
            made.Add(name.Value);
        }
    }

    public override void Visit(ColumnReferenceExpression node)
    {
        if (node.MultiPartIdentifier is { Identifiers: var parts })
        {
            columns.Add((parts.Count > 1 ? parts[^2].Value : null, parts[^1].Value));
        }
    }

    public IReadOnlyList<string> UnknownTo(IReadOnlyDictionary<string, HashSet<string>> schema)
    {
        var unknown = tables.Values.SelectMany(t => t).Where(t => !schema.ContainsKey(t)).Select(t => $"table {t}").ToList();
        foreach (var (of, column) in columns)
        {
            var among = of is null || derived.Contains(of) ? tables.Values.SelectMany(t => t) : tables.TryGetValue(of, out var one) ? one : [];
            if (!among.Any(t => schema.TryGetValue(t, out var has) && has.Contains(column)) && !((of is null || derived.Contains(of)) && made.Contains(column)))
            {
                unknown.Add($"column {(of is null ? "" : of + ".")}{column}");
            }
        }

        return unknown;
    }
}
