using System.Text.Json;
using TechBroker.Api;
using TechBroker.Api.Accounts;
using TechBroker.Api.Http;
using TechBroker.Api.Listings;
using TechBroker.Api.Needs;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;
using TechBroker.Verbs;

namespace TechBroker.Composition;

/// <summary>The demo market of deploy/demo, posted and published in one transaction, into an empty database only.</summary>
internal sealed class DemoData(DemoPeople people, VocabularySet vocabularies, ApiOptions options, DateTimeOffset now)
{
    // The listings and needs were posted before the first engagement on them and were renewed today.
    private const int PostedDaysAgo = 240;

    private readonly Dictionary<string, Organisation> organisations = [];
    private readonly Dictionary<string, Listing> listings = [];
    private readonly Dictionary<string, Need> needs = [];

    /// <exception cref="FailedException">The database is not empty.</exception>
    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var people = await DemoPeople.MakeAsync(services.GetRequiredService<Passwords>(), now, ct);
        var demo = new DemoData(people, services.GetRequiredService<VocabularySet>(), services.GetRequiredService<ApiOptions>(), now);
        var database = services.GetRequiredService<Database>();
        var (engagements, deals, releases) = await database.WriteAsync(Actor.Operator, demo.LoadAsync, ct);
        await new DemoShowcase(people, now).DrawAsync(services.GetRequiredService<PictureFiles>(), database, demo.listings, ct);
        Console.WriteLine($"Demo data: {demo.organisations.Count} organisations, {demo.listings.Count} listings, {demo.needs.Count} needs, {engagements} engagements, {deals} contracts, {releases} first releases.");
        people.Print();
    }

    private async Task<(int Engagements, int Deals, int FirstReleases)> LoadAsync(WriteSession session)
    {
        // A transaction may have to begin anew.
        organisations.Clear();
        listings.Clear();
        needs.Clear();
        if (!await MarketState.IsEmptyAsync(session))
        {
            throw new FailedException("--demo: the database is not empty. Name an empty folder with --data, or leave --demo out.");
        }

        foreach (var line in DemoFile.Lines("organisations"))
        {
            await AddOrganisationAsync(session, line);
        }

        await people.AddAsync(session, organisations);
        foreach (var line in DemoFile.Lines("listings"))
        {
            await AddListingAsync(session, line);
        }

        foreach (var line in DemoFile.Lines("needs"))
        {
            await AddNeedAsync(session, line);
        }

        var deals = new DemoDeals(people, now);
        var engagements = await new DemoEngagements(people, deals, now).LoadAsync(session, listings, needs);
        return (engagements, await deals.LoadAsync(session, organisations, listings), await DemoShowcase.LoadAsync(session, listings, now));
    }

    private Task AddOrganisationAsync(WriteSession session, JsonElement line)
    {
        var body = line.Deserialize<PostOrganisationBody>(ApiJson.Lenient)!;
        var organisation = new Organisation
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            Name = body.Name!,
            Kind = Codes.Parse<OrganisationKind>(body.Kind!),
            CreditCode = body.CreditCode,
            RegionCode = body.RegionCode!,
            Nature = body.Nature,
            CreatedAt = now,
            UpdatedAt = now,
        };
        organisations.Add(line.GetProperty("key").GetString()!, organisation);
        return OrganisationStore.InsertAsync(session, organisation);
    }

    private async Task AddListingAsync(WriteSession session, JsonElement line)
    {
        var content = line.Deserialize<PostListingBody>(ApiJson.Lenient)!.ToContent(vocabularies);
        var draft = Listing.Draft(Guid.NewGuid(), content, OwnerOf(line), now.AddDays(-PostedDaysAgo), line.GetProperty("id").GetString());
        if (draft.Do(ListingAction.Publish, now, options.ListingLifetimeDays).Is(out var listing, out _))
        {
            await ListingStore.InsertAsync(session, listing with { Revision = 1 });
            listings.Add(listing.ExternalRef!, listing);
            await session.PublishAsync(new ListingPublished { ListingId = listing.Id, Revision = 1, At = now }, now);
        }
    }

    private async Task AddNeedAsync(WriteSession session, JsonElement line)
    {
        var content = line.Deserialize<PostNeedBody>(ApiJson.Lenient)!.ToContent(vocabularies);

        // The demo outlives the deadlines that were written into it.
        var open = content.Deadline < DateOnly.FromDateTime(now.UtcDateTime) ? content with { Deadline = null } : content;
        var draft = Need.Draft(Guid.NewGuid(), open, OwnerOf(line), now.AddDays(-PostedDaysAgo), line.GetProperty("id").GetString());
        if (draft.Do(NeedAction.Publish, now, options.NeedLifetimeDays).Is(out var need, out _))
        {
            var settled = await BlindCells.SettleAsync(session, vocabularies, need with { Revision = 1 });
            await NeedStore.InsertAsync(session, settled);
            needs.Add(settled.ExternalRef!, settled);
            await session.PublishAsync(new NeedPosted { NeedId = need.Id, Revision = 1, At = now }, now);
        }
    }

    private Guid OwnerOf(JsonElement line) => organisations[line.GetProperty("organisation").GetString()!].Id;
}
