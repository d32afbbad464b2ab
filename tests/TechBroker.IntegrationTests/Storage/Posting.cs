using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>Writes to the market as the API does: the row and its message in one commit.</summary>
internal static class Posting
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    public static Listing Listing(string title, Guid? id = null) =>
        Published(Domain.Listings.Listing.Draft(id ?? Guid.NewGuid(), new ListingContent { Title = title, Language = "zh" }, null, Now));

    public static Need Need(string title, Guid? id = null) =>
        Published(Domain.Needs.Need.Draft(id ?? Guid.NewGuid(), new NeedContent { Title = title, Language = "zh" }, null, Now));

    public static Listing Published(Listing draft) => draft.Do(ListingAction.Publish, Now, 730).Get() with { Revision = 1 };

    public static Need Published(Need draft) => draft.Do(NeedAction.Publish, Now, 365).Get() with { Revision = 1 };

    public static Task<Listing> PostAsync(this Database database, Listing listing) => database.WriteAsync(
        async session =>
        {
            await ListingStore.InsertAsync(session, listing);
            await session.PublishAsync(new ListingPublished { ListingId = listing.Id, Revision = listing.Revision, At = Now }, Now);
            return listing;
        },
        CancellationToken.None);

    public static Task<Need> PostAsync(this Database database, Need need) => database.WriteAsync(
        async session =>
        {
            await NeedStore.InsertAsync(session, need);
            await session.PublishAsync(new NeedPosted { NeedId = need.Id, Revision = need.Revision, At = Now }, Now);
            return need;
        },
        CancellationToken.None);

    public static Task<Listing> ReviseAsync(this Database database, Listing listing, string title) =>
        database.StepAsync(listing.Revise(listing.Content with { Title = title }, Now).Get(), AuditActions.Revised, wasOpen: listing.IsOpen);

    public static Task<Need> ReviseAsync(this Database database, Need need, string title) =>
        database.StepAsync(need.Revise(need.Content with { Title = title }, Now, 365).Get(), AuditActions.Revised, wasOpen: need.IsOpen);

    public static Task<Listing> DoAsync(this Database database, Listing listing, ListingAction action) =>
        database.StepAsync(listing.Do(action, Now, 730).Get(), action.Done(), listing.IsOpen);

    public static Task<Need> DoAsync(this Database database, Need need, NeedAction action) =>
        database.StepAsync(need.Do(action, Now, 365).Get(), action.Done(), need.IsOpen);

    public static T Get<T>(this Outcome<T> outcome)
        where T : notnull => outcome.Is(out var value, out var error) ? value : throw new AssertionException(error.ToString());

    private static Task<Listing> StepAsync(this Database database, Listing moved, string what, bool wasOpen) => database.WriteAsync(
        async session =>
        {
            await ListingStore.UpdateAsync(session, moved, what);
            object message = (wasOpen, moved.IsOpen) switch
            {
                (true, true) => new ListingRevised { ListingId = moved.Id, Revision = moved.Revision, At = Now },
                (_, true) => new ListingPublished { ListingId = moved.Id, Revision = moved.Revision, At = Now },
                _ => new ListingClosed { ListingId = moved.Id, Revision = moved.Revision, At = Now },
            };
            await PublishAsync(session, message);
            return moved;
        },
        CancellationToken.None);

    private static Task<Need> StepAsync(this Database database, Need moved, string what, bool wasOpen) => database.WriteAsync(
        async session =>
        {
            await NeedStore.UpdateAsync(session, moved, what);
            object message = (wasOpen, moved.IsOpen) switch
            {
                (true, true) => new NeedRevised { NeedId = moved.Id, Revision = moved.Revision, At = Now },
                (_, true) => new NeedPosted { NeedId = moved.Id, Revision = moved.Revision, At = Now },
                _ => new NeedClosed { NeedId = moved.Id, Revision = moved.Revision, At = Now },
            };
            await PublishAsync(session, message);
            return moved;
        },
        CancellationToken.None);

    private static Task PublishAsync(WriteSession session, object message) => session.PublishAsync(new TechBroker.Storage.Bus.OutboxMessage
    {
        MessageId = Guid.NewGuid(),
        Type = message.GetType().Name,
        Body = StoredJson.Write(message),
        CreatedAt = Now,
    });
}
