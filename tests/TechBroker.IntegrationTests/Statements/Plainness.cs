using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TechBroker.IntegrationTests.Statements;

/// <summary>What the project does without, so that every server that understands the plain core of T-SQL will do (design.md, section 6).</summary>
internal sealed class Plainness : TSqlFragmentVisitor
{
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT", "SUM", "MIN", "MAX", "SUBSTRING", "CONCAT", "LOWER", "CHARINDEX",
    };

    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public override void Visit(MergeStatement node) => faults.Add("MERGE");

    public override void Visit(ExecuteStatement node) => faults.Add("EXECUTE");

    public override void Visit(ProcedureStatementBodyBase node) => faults.Add("a procedure, function or trigger");

    public override void Visit(TriggerStatementBody node) => faults.Add("a trigger");

    public override void Visit(TableHint node) => faults.Add("a table hint");

    public override void Visit(OptimizerHint node) => faults.Add("a query hint");

    public override void Visit(OpenJsonTableReference node) => faults.Add("OPENJSON");

    public override void Visit(TopRowFilter node) => faults.Add("TOP: use the dialect's Limit");

    public override void Visit(SystemVersioningTableOption node) => faults.Add("a temporal table");

    public override void Visit(ComputeClause node) => faults.Add("COMPUTE");

    public override void Visit(CommonTableExpression node) => faults.Add("a common table expression");

    public override void Visit(VariableReference node)
    {
        if (node.Name.StartsWith("@@", StringComparison.Ordinal))
        {
            faults.Add(node.Name);
        }
    }

    public override void Visit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value))
        {
            faults.Add($"the function {node.FunctionName.Value}, which is not among those known to be everywhere");
        }
    }

    // FETCH NEXT without an order is no error in SQLite, where it is LIMIT.
    public override void Visit(QuerySpecification node)
    {
        if (node.OffsetClause is not null && node.OrderByClause is null)
        {
            faults.Add("a limit without an order");
        }

        foreach (var element in node.OrderByClause?.OrderByElements ?? [])
        {
            if (element.Expression is Literal)
            {
                faults.Add("an order by a constant");
            }
        }

        foreach (var group in (node.GroupByClause?.GroupingSpecifications ?? []).OfType<ExpressionGroupingSpecification>().Where(g => g.Expression is Literal))
        {
            faults.Add("a group by a constant");
        }

        GroupsWholly(node);
    }

    // SQLite takes any row's value of a column that is neither grouped nor added up; SQL Server refuses.
    private void GroupsWholly(QuerySpecification node)
    {
        if (node.GroupByClause is null && !node.SelectElements.OfType<SelectScalarExpression>().Any(e => IsAggregate(e.Expression)))
        {
            return;
        }

        var groups = (node.GroupByClause?.GroupingSpecifications ?? []).OfType<ExpressionGroupingSpecification>().Select(g => TextOf(g.Expression)).ToHashSet(StringComparer.Ordinal);
        foreach (var element in node.SelectElements.OfType<SelectScalarExpression>().Where(e => !IsAggregate(e.Expression) && e.Expression is not (Literal or VariableReference)))
        {
            if (!groups.Contains(TextOf(element.Expression)))
            {
                faults.Add($"{TextOf(element.Expression)} is neither grouped nor added up");
            }
        }
    }

    private static bool IsAggregate(ScalarExpression expression) => expression is FunctionCall { FunctionName.Value: var name }
        && name.ToUpperInvariant() is "COUNT" or "SUM" or "MIN" or "MAX";

    private static string TextOf(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));
}
