using FsCheck.Fluent;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Market;

namespace TechBroker.IntegrationTests.Hidden;

/// <summary>The rule of who sees what stands twice, for records and for statements: both must say the same of everything.</summary>
internal sealed class MarketReaderTests
{
    private static readonly Guid Owner = Guid.NewGuid();

    private static readonly MarketReader[] Readers =
    [
        MarketReader.Anonymous, MarketReader.Staff, new() { SignedIn = true }, new() { SignedIn = true, OrganisationId = Guid.NewGuid() },
        new() { SignedIn = true, OrganisationId = Owner, AccountId = Guid.NewGuid() },
    ];

    [Test]
    public async Task Page_AnyMarket_HoldsWhatTheReaderMaySee()
    {
        await using var data = await TestDatabase.CreateAsync();
        await data.Database.WriteAsync(
            s => OrganisationStore.InsertAsync(s, new Organisation { Id = Owner, Revision = 1, Name = "甲", Kind = OrganisationKind.Enterprise, RegionCode = "110000", CreatedAt = Posting.Now, UpdatedAt = Posting.Now }),
            CancellationToken.None);
        var needs = MarketGenerators.Needs(Owner).Sample(300);
        var listings = MarketGenerators.Listings(Owner).Sample(200);
        await Task.WhenAll(needs.Select(data.Database.PostAsync).Cast<Task>().Concat(listings.Select(data.Database.PostAsync)));

        foreach (var reader in Readers)
        {
            var filter = new MarketFilter { Reader = reader, States = [.. Codes.All<NeedState>().Union(Codes.All<ListingState>())], Limit = 1_000 };
            var seenNeeds = await data.Database.ReadAsync(s => NeedStore.PageAsync(s, filter), CancellationToken.None);
            var seenListings = await data.Database.ReadAsync(s => ListingStore.PageAsync(s, filter), CancellationToken.None);

            Assert.That(seenNeeds.Select(n => n.Id), Is.EquivalentTo(needs.Where(n => reader.ReadsInFull(n) || reader.NoticeOf(n) is not null).Select(n => n.Id)));
            Assert.That(seenListings.Select(l => l.Id), Is.EquivalentTo(listings.Where(reader.ReadsInFull).Select(l => l.Id)));
            Assert.That(
                await data.Database.ReadAsync(s => NeedStore.OwnHiddenAsync(s, reader), CancellationToken.None),
                Is.EquivalentTo(needs.Where(n => n.IsOpen && n.Content.Visibility is not Visibility.Open && n.OrganisationId is { } owner && owner == reader.OrganisationId).Select(n => n.Id)));
        }
    }

    // By its notice alone: what the need itself says must not let it through a filter, nor keep it out.
    [Test]
    public async Task Filter_OfANotice_GoesByWhatItShows()
    {
        await using var data = await TestDatabase.CreateAsync();
        var content = new NeedContent { Title = "金丝雀", Language = "zh", Visibility = Visibility.Blind, Fields = ["industries:C39"], RegionCode = "110108", MinTrl = 6 };
        var blind = Posting.Published(Need.Draft(Guid.NewGuid(), content, null, Posting.Now, "ref")) with { Cell = new BlindCell("110000", "industries:C") };
        await data.Database.PostAsync(blind);
        async Task<bool> PassesAsync(MarketFilter filter) =>
            (await data.Database.ReadAsync(s => NeedStore.PageAsync(s, filter), CancellationToken.None)).Count == 1
            && (await data.Database.ReadAsync(s => NeedStore.FindManyAsync(s, [blind.Id], filter), CancellationToken.None)).Count == 1;

        var any = new MarketFilter { Reader = new MarketReader { SignedIn = true }, States = ["published"] };
        Assert.Multiple(async () =>
        {
            Assert.That(await PassesAsync(any), Is.True);
            Assert.That(await PassesAsync(any with { Fields = ["industries:C"] }), Is.True);
            Assert.That(await PassesAsync(any with { Fields = ["industries:C39"] }), Is.False);
            Assert.That(await PassesAsync(any with { RegionPrefix = "11" }), Is.True);
            Assert.That(await PassesAsync(any with { RegionPrefix = "110108" }), Is.False);
            Assert.That(await PassesAsync(any with { MinTrl = 1 }), Is.False);
            Assert.That(await PassesAsync(any with { MaxTrl = 9 }), Is.False);
            Assert.That(await PassesAsync(any with { ExternalRef = "ref" }), Is.False);
            Assert.That(await PassesAsync(any with { OrganisationId = Owner }), Is.False);
            Assert.That(await PassesAsync(any with { States = ["draft"] }), Is.False);
            Assert.That(await PassesAsync(any with { Reader = MarketReader.Anonymous }), Is.False);
            Assert.That(await PassesAsync(any with { Reader = MarketReader.Staff, Fields = ["industries:C39"], RegionPrefix = "110108", MinTrl = 6, ExternalRef = "ref" }), Is.True);
        });
    }
}
