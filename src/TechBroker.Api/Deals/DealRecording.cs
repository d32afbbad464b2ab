using TechBroker.Api.Access;
using TechBroker.Api.Engagements;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Deals;

/// <summary>A contract that may be recorded, and its engagement as it leaves it.</summary>
internal sealed record DecidedDeal(DealBook Book, Engagement? Signed);

/// <summary>
/// Records one contract in somebody else's transaction. It decides all before it writes, so that a refusal leaves nothing behind; a batch
/// that must be all or nothing has to throw when a later contract is refused, for the earlier ones are written by then.
/// </summary>
internal sealed class DealRecording(VocabularySet vocabularies, DealOptions options)
{
    /// <param name="session">Several contracts may be recorded in one.</param>
    /// <param name="caller">Who records it: the manager who runs the engagement, or an organiser.</param>
    /// <param name="body">As <see cref="PostDealValidator"/> let it pass.</param>
    /// <param name="id">Made at the edge.</param>
    /// <param name="now">The time of the action.</param>
    /// <param name="ceremonyId">Where it was signed in public.</param>
    public async Task<(DealBook? Book, Problem? Refused)> RecordAsync(WriteSession session, Caller caller, PostDealBody body, Guid id, DateTimeOffset now, Guid? ceremonyId = null)
    {
        var (decided, refused) = await DecideAsync(session, caller, body, id, now, ceremonyId);
        if (decided is null)
        {
            return (null, refused);
        }

        await WriteAsync(session, decided, caller);
        return (decided.Book, null);
    }

    /// <summary>Whether and how it may be recorded; writes nothing.</summary>
    public async Task<(DecidedDeal? Decided, Problem? Refused)> DecideAsync(SqlSession session, Caller caller, PostDealBody body, Guid id, DateTimeOffset now, Guid? ceremonyId = null)
    {
        EngagementFile? file = null;
        if (body.EngagementId is { } engagementId)
        {
            file = await new EngagementDesk(session, caller).OpenAsync(engagementId);
            if (file is null || !caller.IsStaff)
            {
                return (null, Problem.Of(MarketError.NotFound("engagement", engagementId)));
            }

            if (!caller.IsOrganiser && file.Engagement.ManagerId != caller.AccountId)
            {
                return (null, Problem.Of(file.Engagement.ManagerId is null ? EngagementErrors.Unmanaged() : EngagementErrors.RunByAnother()));
            }
        }
        else if (!caller.IsOrganiser)
        {
            return (null, new Problem(403, "not-allowed", new(
                "没有对接的合同由中心运营人员录入；请填写 engagementId 或联系中心运营人员。", "Organisers record contracts that have no engagement; name the engagementId, or talk to one.")));
        }

        if (await RefuseRepetitionAsync(session, body, file?.Engagement) is { } repeated)
        {
            return (null, Problem.Of(repeated));
        }

        var (sellers, faultyS) = await DealParties.OfAsync(session, DealSide.Seller, body.Sellers, new(file?.Pair.ListingOrganisationId, file?.Pair.ListingPostedBy));
        var (buyers, faultyB) = await DealParties.OfAsync(session, DealSide.Buyer, body.Buyers, new(file?.Pair.NeedOrganisationId, file?.Pair.NeedPostedBy));
        Fault?[] faults = [faultyS, faultyB, DealParties.Overlap(sellers, buyers)];
        if (faults.OfType<Fault>().ToList() is { Count: > 0 } found)
        {
            return (null, Problem.Invalid(found));
        }

        var listing = file is null ? null : await ListingStore.FindAsync(session, file.Engagement.ListingId);
        var deal = ToDeal(body, id, caller, [.. sellers, .. buyers], file?.Engagement, listing, now) with { CeremonyId = ceremonyId };
        var needsApproval = options.NeedsApproval(deal.Amount);

        // One that waits for approval is signed only then, but what can never be signed need not wait.
        var (signed, refused) = await DealSigning.SignAsync(session, deal, now);
        return refused is null ? (new DecidedDeal(DealSteps.Record(deal, needsApproval), needsApproval ? null : signed), null) : (null, Problem.Of(refused));
    }

    public static async Task WriteAsync(WriteSession session, DecidedDeal decided, Caller caller)
    {
        var deal = decided.Book.Deal;
        await DealStore.InsertAsync(session, decided.Book, new(DealAction.Record, caller.AccountId, new() { On = deal.SignedOn, Amount = deal.Amount }));
        await DealSigning.SaveAsync(session, decided.Signed, EngagementAction.Sign, deal, caller.AccountId);
    }

    private static async Task<MarketError?> RefuseRepetitionAsync(SqlSession session, PostDealBody body, Engagement? engagement)
    {
        if (body.FollowsDealId is { } followed
            && (await DealStore.FindAsync(session, followed) is not { Deal: { Stands: true } earlier } || earlier.EngagementId != engagement?.Id))
        {
            return DealErrors.FollowsUnsuitable();
        }

        var others = engagement is null ? [] : await DealStore.LiveOfEngagementAsync(session, engagement.Id);
        return others.FirstOrDefault(d => d.State is DealState.PendingApproval) is { } pending ? DealErrors.Pending(pending.Id)
            : body.FollowsDealId is null && others is [var first, ..] ? DealErrors.EngagementSigned(first.Id)
            : null;
    }

    private Deal ToDeal(PostDealBody body, Guid id, Caller caller, IReadOnlyList<DealParty> parties, Engagement? engagement, Listing? listing, DateTimeOffset now) => new()
    {
        Id = id,
        Revision = 1,
        State = DealState.Signed,
        EngagementId = engagement?.Id,
        FollowsDealId = body.FollowsDealId,
        ManagerId = engagement?.ManagerId,
        ContractType = Codes.Parse<ContractType>(body.ContractType!),
        SubType = body.SubType,
        Title = body.Title!.Trim(),
        ContractNumber = Cleaning.Trimmed(body.ContractNumber),
        Field = Cleaning.Trimmed(body.Field) is { } field
            ? vocabularies.FieldCode(field)
            : listing?.Content.Fields.Select(vocabularies.FieldCode).FirstOrDefault(code => code is not null),
        PriceMode = body.PriceMode is null ? engagement?.PriceMode : Codes.Parse<PriceMode>(body.PriceMode),
        Amount = body.Amount!.ToMoney(),
        TechnologyMinorUnits = (body.TechnologyAmount ?? body.Amount!).MinorUnits!.Value,
        PaymentPlan = body.PaymentPlan is null ? PaymentPlan.Once : Codes.Parse<PaymentPlan>(body.PaymentPlan),
        Terms = ToTerms(body),
        SignedOn = body.SignedOn!.Value,
        StartsOn = body.StartsOn,
        EndsOn = body.EndsOn,
        Parties = parties,
        RecordedBy = caller.AccountId,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private DealTerms ToTerms(PostDealBody body) => new()
    {
        Instalments = [.. (body.Instalments ?? []).Select(i => new Instalment(i.DueOn!.Value, i.Amount!.MinorUnits!.Value))],
        EntryFeeMinorUnits = body.EntryFee?.MinorUnits,
        RoyaltyBasisPoints = body.RoyaltyBasisPoints,
        Ip = [.. (body.Ip ?? []).Select(i => new IpRight
        {
            Type = vocabularies["ip-types"].Find(i.Type!)?.Code ?? i.Type!.Trim(),
            Number = Cleaning.Trimmed(i.Number),
            Status = Cleaning.Trimmed(i.Status) is { } status ? vocabularies["ip-statuses"].Find(status)?.Code ?? status : null,
        })],
        Inventors = [.. (body.Inventors ?? []).Select(i => new InventorShare(i.Name!.Trim(), i.BasisPoints!.Value, Cleaning.Trimmed(i.Role)))],
    };
}
