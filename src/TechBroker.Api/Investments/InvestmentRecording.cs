using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Investments;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Ceremonies;
using TechBroker.Storage.Investments;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Investments;

/// <summary>Records one investment from a body that its validator has accepted: for POST /investments, and for each row of a ceremony.</summary>
internal sealed class InvestmentRecording(VocabularySet vocabularies)
{
    /// <returns>The investment, or why it is refused; nothing is written then.</returns>
    public async Task<(Investment? Recorded, Problem? Refused)> RecordAsync(WriteSession session, PostInvestmentBody body, Guid by, DateTimeOffset now)
    {
        var investment = Of(body, by, now);
        if (Investment.Refuse(investment.SignedOn, now) is { } early)
        {
            return (null, Problem.Of(early) with { Faults = [new Fault("signedOn", early.Message)] });
        }

        if (await MissingAsync(session, investment) is { Count: > 0 } faults)
        {
            return (null, Problem.Invalid(faults));
        }

        return await InvestmentStore.InsertAsync(session, investment) is { } standing
            ? (null, Problem.Of(Investment.RecordedAlready(standing)))
            : (investment, null);
    }

    private Investment Of(PostInvestmentBody body, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Title = body.Title!.Trim(),
        Amount = new Money(body.Amount!.Currency!, body.Amount.MinorUnits!.Value),
        Investors = Cleaning.Distinct(body.Investors),
        Recipient = body.Recipient!.Trim(),
        RegionCode = body.RegionCode!,
        Industry = Cleaning.Trimmed(body.Industry) is { } industry ? vocabularies.FieldCode(industry) ?? industry : null,
        SignedOn = body.SignedOn!.Value,
        ParkOrganisationId = body.ParkOrganisationId,
        CeremonyId = body.CeremonyId,
        Note = Cleaning.Trimmed(body.Note),
        RecordedBy = by,
        CreatedAt = now,
    };

    private static async Task<IReadOnlyList<Fault>> MissingAsync(SqlSession session, Investment investment)
    {
        var faults = new List<Fault>();
        if (investment.ParkOrganisationId is { } park && await OrganisationStore.FindAsync(session, park) is null)
        {
            faults.Add(new Fault("parkOrganisationId", new("没有这个单位，请先用 POST /api/v1/organisations 登记。", "There is no such organisation; add it with POST /api/v1/organisations first.")));
        }

        if (investment.CeremonyId is { } ceremony && await CeremonyStore.FindAsync(session, ceremony) is null)
        {
            faults.Add(new Fault("ceremonyId", new("没有这场签约仪式，请先用 POST /api/v1/ceremonies 登记。", "There is no such ceremony; add it with POST /api/v1/ceremonies first.")));
        }

        return faults;
    }
}
