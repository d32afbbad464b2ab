using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Investments;

namespace TechBroker.Api.Investments;

/// <summary>An investment in HTTP's words.</summary>
internal static class InvestmentMapping
{
    public static InvestmentBody ToBody(this Investment i) => new()
    {
        Id = i.Id,
        State = i.ReversedAt is null ? "signed" : "reversed",
        Title = i.Title,
        Amount = i.Amount.ToMoneyBody(),
        Investors = i.Investors,
        Recipient = i.Recipient,
        RegionCode = i.RegionCode,
        Industry = i.Industry,
        SignedOn = i.SignedOn,
        ParkOrganisationId = i.ParkOrganisationId,
        CeremonyId = i.CeremonyId,
        Note = i.Note,
        CreatedAt = i.CreatedAt,
        ReversedAt = i.ReversedAt,
        ReversalReason = i.ReversalReason,
    };

    public static MoneyBody ToMoneyBody(this Money money) => new() { Currency = money.Currency, MinorUnits = money.MinorUnits };
}
