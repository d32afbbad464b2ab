using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.Vocabularies;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Market;

namespace TechBroker.IntegrationTests.Hidden;

internal sealed class BlindCellsTests
{
    private static readonly VocabularySet Vocabularies = VocabularySet.Shipped();
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync() => data = await TestDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Settle_FifthOrganisationWithTheField_ShowsTheProvince()
    {
        await AddAsync("110101", 4, "industries:C26");
        await AddAsync("310000", 1, "industries:C39");
        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell("CN", "industries:C")), "four in the province, five at home");

        await AddAsync("110000", 1, "industries:C");
        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell("110000", "industries:C")));
    }

    [Test]
    public async Task Settle_FewInTheField_FallsBackStepByStep()
    {
        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(BlindCell.None));
        await AddAsync("DE", 5, "industries:C26");
        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell(null, "industries:C")), "nobody at home");
        await AddAsync("310000", 5);
        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell("CN", null)));
        await AddAsync("110101", 5);
        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell("110000", null)));
        Assert.That(await CellAsync("DE", "industries:A01", "industries:C39"), Is.EqualTo(new BlindCell("DE", "industries:C")), "the first field that works");
        Assert.That(await CellAsync(null, "industries:A01"), Is.EqualTo(BlindCell.None));
    }

    [Test]
    public async Task Settle_HiddenClosedAndOwnlessItems_DoNotCount()
    {
        var owners = await AddAsync("110101", 5);
        foreach (var owner in owners)
        {
            await data.Database.PostAsync(Need(Visibility.Private, owner, "industries:C39"));
            await data.Database.PostAsync(Need(Visibility.Blind, owner, "industries:C39"));
            await data.Database.PostAsync(Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "草稿", Language = "zh", Fields = ["industries:C39"] }, owner, Posting.Now));
        }

        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell("110000", null)));
        foreach (var owner in owners)
        {
            await data.Database.PostAsync(Need(Visibility.Open, owner, "industries:C39"));
        }

        Assert.That(await CellAsync("110108", "industries:C39"), Is.EqualTo(new BlindCell("110000", "industries:C")));
    }

    [Test]
    public async Task Settle_CellThatStands_DoesNotFollowTheMarket()
    {
        await AddAsync("110101", 5);
        var need = await SettledAsync(Need(Visibility.Blind, null, "industries:C39"));
        await AddAsync("110101", 5, "industries:C39");

        Assert.That((await SettledAsync(need)).Cell, Is.EqualTo(need.Cell).And.EqualTo(new BlindCell("110000", null)));
        Assert.That((await SettledAsync(Need(Visibility.Private, null, "industries:C39"))).Cell, Is.EqualTo(BlindCell.None));
        Assert.That((await SettledAsync(need with { State = NeedState.Draft, Cell = BlindCell.None })).Cell, Is.EqualTo(BlindCell.None));
    }

    private async Task<BlindCell> CellAsync(string? region, params string[] fields)
    {
        var need = Need(Visibility.Blind, null, fields);
        return (await SettledAsync(need with { Content = need.Content with { RegionCode = region } })).Cell;
    }

    private Task<Need> SettledAsync(Need need) => data.Database.ReadAsync(s => BlindCells.SettleAsync(s, Vocabularies, need), CancellationToken.None);

    private static Need Need(Visibility visibility, Guid? owner, params string[] fields) => Posting.Published(Domain.Needs.Need.Draft(
        Guid.NewGuid(), new NeedContent { Title = "金丝雀", Language = "zh", Visibility = visibility, RegionCode = "110108", Fields = fields }, owner, Posting.Now));

    /// <summary>Organisations in a region, each with a listing in the fields.</summary>
    private async Task<List<Guid>> AddAsync(string region, int count, params string[] fields)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids)
        {
            var organisation = new Organisation { Id = id, Revision = 1, Name = "单位", Kind = OrganisationKind.Enterprise, RegionCode = region, CreatedAt = Posting.Now, UpdatedAt = Posting.Now };
            await data.Database.WriteAsync(s => OrganisationStore.InsertAsync(s, organisation), CancellationToken.None);
            await data.Database.PostAsync(Posting.Published(Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "成果", Language = "zh", Fields = fields }, id, Posting.Now)));
        }

        return ids;
    }
}
