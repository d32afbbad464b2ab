using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>Settles what a blind need shows of its region and field: the finest cell that enough organisations share.</summary>
public static class BlindCells
{
    /// <summary>
    /// The need with its cell; unchanged where it has one or needs none. To be called before the need is written, in the same transaction
    /// or shortly before it.
    /// </summary>
    public static async Task<Need> SettleAsync(SqlSession session, VocabularySet vocabularies, Need need)
    {
        if (need.LacksCell)
        {
            foreach (var cell in BlindCell.Around(need.Content, vocabularies))
            {
                if (await IsSharedAsync(session, vocabularies, cell, need.Id))
                {
                    return need with { Cell = cell };
                }
            }
        }

        return need;
    }

    // In the order of the index, so that the count stops at the fifth. The need itself may still stand in the database as an open one.
    private static async Task<bool> IsSharedAsync(SqlSession session, VocabularySet vocabularies, BlindCell cell, Guid needId)
    {
        if (cell == BlindCell.None)
        {
            return true;
        }

        var sharing = await session.ListAsync<int>(
            $"SELECT 1 FROM Organisation o WHERE 1 = 1{InRegion(cell.Region)}{InField(cell.Field, session.Dialect)} ORDER BY o.RegionCode{session.Dialect.Limit}",
            new
            {
                from = cell.Region?[..2],
                to = cell.Region?[..2] + '\uFFFF',
                Fields = cell.Field is { } field ? CodesBelow(field, vocabularies) : [],
                needId,
                Limit = BlindCell.LeastOrganisations,
            });
        return sharing.Count == BlindCell.LeastOrganisations;
    }

    // At home, regions are digits, and digits come before letters.
    private static string InRegion(string? region) => region switch
    {
        null => "",
        BlindCell.HomeCountry => " AND (o.RegionCode < 'A' OR o.RegionCode = @from)",
        _ => " AND o.RegionCode >= @from AND o.RegionCode < @to",
    };

    private static string InField(string? field, SqlDialect dialect) => field is null ? "" : $"""
         AND (EXISTS (SELECT 1 FROM Listing l
                       WHERE l.OrganisationId = o.Id AND l.State = 'published' AND {dialect.JsonArrayHasAny("l.Fields", "@Fields")})
           OR EXISTS (SELECT 1 FROM Need n
                       WHERE n.OrganisationId = o.Id AND n.State = 'published' AND n.Visibility = 'open' AND n.Id <> @needId
                         AND {dialect.JsonArrayHasAny("n.Fields", "@Fields")}))
        """;

    private static string[] CodesBelow(string field, VocabularySet vocabularies) =>
        field.Split(':', 2) is [var id, var term] ? [.. vocabularies[id].Below(term).Select(t => $"{id}:{t.Code}")] : [];
}
