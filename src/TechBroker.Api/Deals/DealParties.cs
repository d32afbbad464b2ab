using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Deals;

/// <summary>Whose the listing or the need is: of a unit, of a person, or of neither.</summary>
internal readonly record struct DealOwner(Guid? OrganisationId, Guid? PostedBy);

/// <summary>Who signed, from what was sent and what is on record.</summary>
internal static class DealParties
{
    /// <param name="session">Where organisations are looked up.</param>
    /// <param name="side">Which side.</param>
    /// <param name="given">As sent; the owner's organisation where null.</param>
    /// <param name="owner">Whose the listing or the need is.</param>
    public static async Task<(IReadOnlyList<DealParty> Parties, Fault? Fault)> OfAsync(SqlSession session, DealSide side, IReadOnlyList<DealPartyBody>? given, DealOwner owner)
    {
        var field = side is DealSide.Seller ? "sellers" : "buyers";
        if (given is null)
        {
            return owner.OrganisationId is { } id && await OrganisationStore.FindAsync(session, id) is { } organisation
                ? ([Of(side, new DealPartyBody(), organisation)], null)
                : ([], new Fault(field, new("没有可以沿用的单位，请在此列出签约方。", "There is no organisation to take over; name who signed.")));
        }

        var parties = new List<DealParty>();
        foreach (var body in given)
        {
            var organisation = body.OrganisationId is { } id ? await OrganisationStore.FindAsync(session, id) : null;
            if (body.OrganisationId is not null && organisation is null)
            {
                return ([], new Fault($"{field}[{parties.Count}].organisationId", new(
                    "没有这个单位，请先用 POST /api/v1/organisations 登记。", "There is no such organisation; add it with POST /api/v1/organisations first.")));
            }

            parties.Add(Of(side, body, organisation));
        }

        // What belongs to no unit belongs to whoever posted it, and so does the contract on it.
        if (owner.OrganisationId is null && parties[0].OrganisationId is null)
        {
            parties[0] = parties[0] with { AccountId = owner.PostedBy };
        }

        return (parties, null);
    }

    /// <summary>A unit on both sides has signed with itself.</summary>
    public static Fault? Overlap(IReadOnlyList<DealParty> sellers, IReadOnlyList<DealParty> buyers) =>
        sellers.Select(p => p.OrganisationId).OfType<Guid>().Intersect(buyers.Select(p => p.OrganisationId).OfType<Guid>()).Any()
            ? new Fault("buyers", new("同一单位不能既是卖方又是买方。", "One organisation cannot be both seller and buyer."))
            : null;

    // Absent in the body, so the organisation has it: the validator saw to that.
    private static DealParty Of(DealSide side, DealPartyBody body, Organisation? organisation) => new()
    {
        Side = side,
        OrganisationId = organisation?.Id,
        Name = Cleaning.Trimmed(body.Name) ?? organisation!.Name,
        Kind = Codes.Parse<DealPartyKind>(body.Kind ?? Codes.Of(organisation!.Kind)),
        RegionCode = body.RegionCode ?? organisation!.RegionCode,
        CreditCode = Cleaning.Trimmed(body.CreditCode)?.ToUpperInvariant() ?? organisation?.CreditCode,
    };
}
