using TechBroker.Api.Investments;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Ceremonies;

namespace TechBroker.Api.Ceremonies;

/// <summary>A ceremony in HTTP's words.</summary>
internal static class CeremonyMapping
{
    public static CeremonyBody ToBody(this Ceremony c) => new()
    {
        Id = c.Id,
        Title = c.Title,
        HeldOn = c.HeldOn,
        Place = c.Place,
        OrganiserNote = c.OrganiserNote,
        CreatedAt = c.CreatedAt,
    };

    public static CeremonyTotalsBody Totals(IReadOnlyList<Money> amounts) => new() { Count = amounts.Count, Amounts = [.. PerCurrency(amounts).Select(m => m.ToMoneyBody())] };

    /// <summary>One sum for each currency.</summary>
    public static IEnumerable<Money> PerCurrency(IEnumerable<Money> amounts) => amounts
        .GroupBy(a => a.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Money(g.Key, g.Sum(a => a.MinorUnits)));
}
