using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>An engagement in HTTP's words, for one reader.</summary>
internal static class EngagementMapping
{
    public static async Task<Answer> ToAnswerAsync(this EngagementFile file, SqlSession session, int status) => new(status, await file.ToBodyAsync(session))
    {
        Revision = file.Engagement.Revision,
        Location = status == 201 ? PathOf(file.Engagement.Id) : null,
    };

    public static string PathOf(Guid id) => $"/api/v1/engagements/{id}";

    public static async Task<EngagementBody> ToBodyAsync(this EngagementFile file, SqlSession session)
    {
        var (engagement, reader) = (file.Engagement, file.Reader);
        var body = new EngagementBody
        {
            Id = engagement.Id,
            Revision = engagement.Revision,
            State = Codes.Of(engagement.State),
            ManagerId = reader.Side is null || engagement.AcceptBy is null ? engagement.ManagerId : null,
            Frozen = engagement.IsFrozen,
            CreatedAt = engagement.CreatedAt,
            UpdatedAt = engagement.UpdatedAt,
        };
        if (reader.Recused)
        {
            return body;
        }

        var listing = await ListingStore.FindAsync(session, engagement.ListingId) ?? throw new InvalidOperationException($"Listing {engagement.ListingId} is gone.");
        var need = await NeedStore.FindAsync(session, engagement.NeedId) ?? throw new InvalidOperationException($"Need {engagement.NeedId} is gone.");
        var own = reader.IsBroker || engagement.LoggedBy == reader.AccountId;
        return body with
        {
            ListingId = listing.Id,
            NeedId = need.Id,
            Listing = new EngagementListingBody { Id = listing.Id, Title = listing.Content.Title, OrganisationId = listing.OrganisationId },
            Need = NeedCards.NeedCard(need, reader),
            YourSide = CodeOf(reader.Side),
            ListingInterestAt = engagement.ListingInterestAt,
            NeedInterestAt = engagement.NeedInterestAt,
            IntroducedAt = engagement.IntroducedAt,
            AcceptBy = reader.IsBroker ? engagement.AcceptBy : null,
            ProposedBySystem = engagement.LoggedBy is null,
            PriceMode = CodeOf(engagement.PriceMode),
            Price = engagement.Price.ToBody(),
            PublicityFrom = engagement.PublicityFrom,
            PublicityUntil = engagement.PublicityEnds,
            Outcome = CodeOf(engagement.Outcome),
            OutcomeOn = engagement.OutcomeOn,
            Escalated = reader.IsBroker ? await DispatchStore.IsEscalatedAsync(session, engagement.Id) : null,
            Credits = reader.IsBroker ? [.. (await CreditStore.OfAsync(session, engagement.Id)).Select(c => new CreditShareBody { ManagerId = c.ManagerId, BasisPoints = c.BasisPoints })] : null,
            LoggedBy = own ? engagement.LoggedBy : null,
            Note = own ? engagement.Note : null,
            FrozenFor = reader.IsBroker ? CodeOf(engagement.FrozenFor) : null,
            CloseReason = CodeOf(engagement.CloseReason),
            CloseNote = engagement.CloseNote,
            ClosedBySide = CodeOf(engagement.ClosedBySide),
        };
    }

    /// <summary>A party learns what happened; who did it and the words only of its own actions, and the reason why somebody said no.</summary>
    public static EngagementEntryBody ToBody(this StoredEntry entry, EngagementReader reader)
    {
        var details = StoredJson.Read<EngagementDetails>(entry.Details);
        var own = reader.IsBroker || entry.ActorId == reader.AccountId;
        return new EngagementEntryBody
        {
            Seq = entry.Seq,
            At = entry.At,
            Action = entry.Action,
            ActorId = own ? entry.ActorId : null,
            Side = entry.ActionCode is EngagementAction.Freeze && !reader.IsBroker ? null : CodeOf(details.Side),
            Reason = CodeOf(details.Reason),
            ManagerId = reader.IsBroker || entry.ActionCode is not EngagementAction.Dispatch ? details.ManagerId : null,
            Conflict = reader.IsBroker ? CodeOf(details.Conflict) : null,
            PriceMode = CodeOf(details.PriceMode),
            Price = details.Price.ToBody(),
            On = details.On,
            Days = details.Days,
            Outcome = CodeOf(details.Outcome),
            MeetingId = details.MeetingId,
            MeetingState = CodeOf(details.MeetingState),
            DealId = details.DealId,
            Pass = reader.IsBroker ? CodeOf(details.Pass) : null,
            Note = own || entry.ActionCode is EngagementAction.Decline or EngagementAction.Close ? details.Note : null,
        };
    }

    private static MoneyBody? ToBody(this Money? price) => price is { } known ? new MoneyBody { Currency = known.Currency, MinorUnits = known.MinorUnits } : null;

    private static string? CodeOf<T>(T? value)
        where T : struct, Enum => value is { } known ? Codes.Of(known) : null;
}
