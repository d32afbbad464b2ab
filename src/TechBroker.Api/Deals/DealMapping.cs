using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Deals;

/// <summary>A contract in HTTP's words, for one reader.</summary>
internal static class DealMapping
{
    public static Answer ToAnswer(this DealBook book, DealReader reader, bool english, int status = 200) => new(status, book.ToBody(reader, english))
    {
        Revision = book.Deal.Revision,
        Location = status == 201 ? $"/api/v1/deals/{book.Deal.Id}" : null,
    };

    public static DealBody ToBody(this DealBook book, DealReader reader, bool english)
    {
        var deal = book.Deal;
        return new DealBody
        {
            Id = deal.Id,
            Revision = deal.Revision,
            State = Codes.Of(deal.State),
            EngagementId = deal.EngagementId,
            FollowsDealId = deal.FollowsDealId,
            CeremonyId = deal.CeremonyId,
            ManagerId = deal.ManagerId,
            ContractType = Codes.Of(deal.ContractType),
            SubType = deal.SubType,
            Title = deal.Title,
            ContractNumber = deal.ContractNumber,
            Field = deal.Field,
            PriceMode = deal.PriceMode is { } mode ? Codes.Of(mode) : null,
            Amount = Body(deal.Amount),
            TechnologyAmount = deal.In(deal.TechnologyMinorUnits),
            PaymentPlan = Codes.Of(deal.PaymentPlan),
            Instalments = [.. deal.Terms.Instalments.Select(i => new InstalmentBody { DueOn = i.DueOn, Amount = deal.In(i.MinorUnits) })],
            EntryFee = deal.Terms.EntryFeeMinorUnits is { } fee ? deal.In(fee) : null,
            RoyaltyBasisPoints = deal.Terms.RoyaltyBasisPoints,
            SignedOn = deal.SignedOn,
            StartsOn = deal.StartsOn,
            EndsOn = deal.EndsOn,
            Ip = [.. deal.Terms.Ip.Select(i => new IpBody { Type = i.Type, Number = i.Number, Status = i.Status })],
            Inventors = reader.ReadsInventors ? [.. deal.Terms.Inventors.Select(i => new InventorBody { Name = i.Name, BasisPoints = i.BasisPoints, Role = i.Role })] : null,
            Sellers = [.. deal.Sellers.Select(Body)],
            Buyers = [.. deal.Buyers.Select(Body)],
            YourSide = reader.Side is { } side ? Codes.Of(side) : null,
            RegistrationNumber = deal.RegistrationNumber,
            RegisteredOn = deal.RegisteredOn,
            RegistrationPlace = deal.RegistrationPlace,
            RefusedOn = deal.RefusedOn,
            RefusalReason = deal.RefusalReason,
            EndedOn = deal.EndedOn,
            EndReason = deal.EndReason,
            ReversedAt = deal.ReversedAt,
            ReversalReason = deal.ReversalReason,
            RecordedBy = reader.IsStaff ? deal.RecordedBy : null,
            DecidedBy = reader.IsStaff ? deal.DecidedBy : null,
            Ledger = new DealTotalsBody
            {
                Signed = Body(book.Total(LedgerKind.Signed)),
                Registered = Body(book.Total(LedgerKind.Registered)),
                Paid = Body(book.Total(LedgerKind.Paid)),
            },
            CreatedAt = deal.CreatedAt,
            UpdatedAt = deal.UpdatedAt,
            Warnings = [.. Doubtful("sellers", deal.Sellers, english), .. Doubtful("buyers", deal.Buyers, english)],
        };
    }

    public static DealLedgerBody ToLedger(this DealBook book, DealReader reader) => new()
    {
        Items = [.. book.Lines.Select(l => new DealLineBody
        {
            Seq = l.Number,
            Kind = Codes.Of(l.Kind),
            Day = l.Day,
            Amount = book.Deal.In(l.MinorUnits),
            TechnologyAmount = book.Deal.In(l.TechnologyMinorUnits),
            Note = l.Note,
            RecordedAt = l.RecordedAt,
            RecordedBy = reader.IsStaff ? l.RecordedBy : null,
            ReversesSeq = l.Reverses,
        })],
    };

    public static DealEntryBody ToBody(this StoredDealEntry entry, DealReader reader)
    {
        var details = StoredJson.Read<DealDetails>(entry.Details);
        return new DealEntryBody
        {
            Seq = entry.Seq,
            At = entry.At,
            Action = entry.Action,
            ActorId = reader.IsStaff ? entry.ActorId : null,
            On = details.On,
            Amount = details.Amount is { } amount ? Body(amount) : null,
            RegistrationNumber = details.RegistrationNumber,
            Line = details.Line,
            Note = reader.IsStaff || entry.ActionCode is not (DealAction.Approve or DealAction.Reject) ? details.Note : null,
        };
    }

    public static Money ToMoney(this MoneyBody money) => new(money.Currency!, money.MinorUnits!.Value);

    private static MoneyBody Body(Money money) => new() { Currency = money.Currency, MinorUnits = money.MinorUnits };

    private static MoneyBody In(this Deal deal, long minorUnits) => new() { Currency = deal.Amount.Currency, MinorUnits = minorUnits };

    private static DealPartyBody Body(DealParty party) => new()
    {
        OrganisationId = party.OrganisationId,
        Name = party.Name,
        Kind = Codes.Of(party.Kind),
        RegionCode = party.RegionCode,
        CreditCode = party.CreditCode,
    };

    private static IEnumerable<WarningBody> Doubtful(string field, IEnumerable<DealParty> parties, bool english) => parties
        .Select((party, index) => (party, index))
        .Where(p => p.party.CreditCode is { } code && !CreditCode.Checks(code))
        .Select(p => new WarningBody
        {
            Field = $"{field}[{p.index}].creditCode",
            Code = "creditCodeDoubtful",
            Message = new Text(
                "统一社会信用代码未通过校验（GB 32100-2015），请核对；个别在用代码确实不合校验，可以保留。",
                "The credit code fails the check of GB 32100-2015. Please compare it with the certificate; some genuine codes do fail, and it is kept.").In(english),
        });
}
