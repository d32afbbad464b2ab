using TechBroker.Domain;

namespace TechBroker.Api.Statistics;

/// <summary>A column of a file; one of money has its currency in another column.</summary>
internal sealed record StatisticColumn(Text Heading, bool IsMoney = false);

/// <summary>A code and what people call it: programs read the first, workbooks show the second.</summary>
internal sealed record Named(string? Code, string? Name);

/// <summary>An amount in minor units.</summary>
internal sealed record Minor(string Currency, long Units);

/// <summary>A statistic as a file has it. Cells are null, text, <see cref="Named"/>, <see cref="Minor"/>, whole or other numbers, days or times.</summary>
/// <param name="Name">In the audit record and in the file's name.</param>
/// <param name="Title">For people.</param>
/// <param name="Columns">In order.</param>
/// <param name="Rows">As many cells each.</param>
/// <param name="Asked">What was asked for, for people.</param>
internal sealed record StatisticTable(
    string Name, Text Title, IReadOnlyList<StatisticColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows, IReadOnlyList<(Text Label, object? Value)> Asked);
