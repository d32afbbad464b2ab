using Dapper;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Settles what a blind need shows of its region and field: the finest cell that enough organisations share.</summary>
public static class BlindCells
{
    // Bounds the work, which is done while other writers wait. In a larger region five must be found among so many, so a field that hardly
    // anybody works in counts as shared by too few: the cell gets coarser than need be, never finer. By id, which is random, the sample is even.
    private const int MostOrganisations = 500;

    // Most fields are common enough for the first few dozen to be enough.
    private const int AtOnce = 50;

    /// <summary>The need with its cell; unchanged where it has one or needs none. To be called before the need is written.</summary>
    public static async Task<Need> SettleAsync(SqlSession session, VocabularySet vocabularies, Need need)
    {
        if (!need.LacksCell)
        {
            return need;
        }

        var inRegion = new Dictionary<string, IReadOnlyList<Guid>>(StringComparer.Ordinal);
        foreach (var cell in BlindCell.Around(need.Content, vocabularies))
        {
            var region = cell.Region ?? "";
            if (!inRegion.TryGetValue(region, out var organisations))
            {
                inRegion.Add(region, organisations = await InRegionAsync(session, cell.Region));
            }

            if (cell == BlindCell.None
                || (organisations.Count >= BlindCell.LeastOrganisations && (cell.Field is null || await WorkInAsync(session, vocabularies, organisations, cell.Field, need.Id))))
            {
                return need with { Cell = cell };
            }
        }

        return need;
    }

    // At home, regions are digits, and digits come before letters.
    private static Task<IReadOnlyList<Guid>> InRegionAsync(SqlSession session, string? region)
    {
        var where = region switch
        {
            null => "",
            BlindCell.HomeCountry => " WHERE RegionCode < 'A' OR RegionCode = @from",
            _ => " WHERE RegionCode >= @from AND RegionCode < @to",
        };
        return session.ListAsync<Guid>(
            $"SELECT Id FROM Organisation{where} ORDER BY Id{session.Dialect.Limit}",
            new { from = region?[..2], to = region?[..2] + '\uFFFF', Limit = MostOrganisations });
    }

    private static async Task<bool> WorkInAsync(SqlSession session, VocabularySet vocabularies, IReadOnlyList<Guid> organisations, string field, Guid needId)
    {
        var codes = CodesBelow(field, vocabularies);
        var found = 0;
        foreach (var some in organisations.Chunk(AtOnce))
        {
            var arguments = new DynamicParameters(new { organisations = some.Select(id => id.ToString("D")), needId });
            found += await session.FirstAsync<int>(WorkingIn(session.Dialect, codes, arguments), arguments);
            if (found >= BlindCell.LeastOrganisations)
            {
                return true;
            }
        }

        return false;
    }

    // Public facts only: a published listing or open need. The need itself may still stand in the database as an open one.
    private static string WorkingIn(SqlDialect dialect, string[] codes, DynamicParameters arguments) => $"""
        SELECT COUNT(*) FROM Organisation o
         WHERE o.Id IN @organisations
           AND (EXISTS (SELECT 1 FROM Listing l
                         WHERE l.OrganisationId = o.Id AND l.State = 'published' AND {StoredList.HasAny("l.Fields", codes, dialect, arguments)})
             OR EXISTS (SELECT 1 FROM Need n
                         WHERE n.OrganisationId = o.Id AND n.State = 'published' AND n.Visibility = 'open' AND n.Id <> @needId
                           AND {StoredList.HasAny("n.Fields", codes, dialect, arguments)}))
        """;

    private static string[] CodesBelow(string field, VocabularySet vocabularies) =>
        field.Split(':', 2) is [var id, var term] ? [.. vocabularies[id].Below(term).Select(t => $"{id}:{t.Code}")] : [];
}
