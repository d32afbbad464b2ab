using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>A small market that nobody changes: what each question finds in it.</summary>
internal sealed class SearchTests : OnOneServer
{
    private Guid electrolyser, spect, robot, draft, magnet, hydrogenNeed, robotNeed, organisation;

    [OneTimeSetUp]
    public async Task PostAsync()
    {
        organisation = (await PostAsync(Organisations, new { name = "某研究所", kind = "institute", regionCode = "440300" })).Id;
        electrolyser = await Server.PostListingAsync("质子交换膜电解水制氢装置", new { fields = new[] { "industries:C34" }, trl = 7, regionCode = "110108" });
        spect = await Server.PostListingAsync("SPECT detector with cadmium zinc telluride", new { fields = new[] { "industries:C3581" }, trl = 4, regionCode = "DE" });
        robot = await Server.PostListingAsync(
            "骨折复位机器人", new { fields = new[] { "future-industries:humanoid-robots" }, trl = 6, regionCode = "440305", organisationId = organisation });
        magnet = await Server.PostListingAsync("Superconducting magnet", new { regionCode = "440100" });
        draft = await Server.PostListingAsync("未发布的制氢草稿", new { publish = false, regionCode = "110000" });
        hydrogenNeed = await Server.PostNeedAsync("寻求低成本制氢技术", new { minTrl = 5, regionCode = "120000" });
        robotNeed = await Server.PostNeedAsync("需要手术机器人", new { minTrl = 8, fields = new[] { "humanoid robot" }, organisationId = organisation });
    }

    [Test]
    public async Task Listings_ByWords_FindsWhatSharesThem()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(Listings, "q=制氢"), Is.EqualTo(new[] { electrolyser }), "Chinese, published only");
            Assert.That((await FindAsync(Listings, "q=cadmium%20detectors"))[0], Is.EqualTo(spect), "English, plural; what a translation may mean comes after");
            Assert.That(await FindAsync(Listings, "q=ｓｐｅｃｔ"), Is.EqualTo(new[] { spect }), "full width");
            Assert.That(await FindAsync(Listings, "q=羊驼绒毛"), Is.Empty);
            Assert.That(await FindAsync(Needs, "q=机器人"), Is.EqualTo(new[] { robotNeed }));
        });
    }

    [Test]
    public async Task Listings_ByField_TakesCodesNamesAndWhatLiesBelow()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(Listings, "field=industries:C34"), Is.EqualTo(new[] { electrolyser }));
            Assert.That(await FindAsync(Listings, "field=C34"), Is.EqualTo(new[] { electrolyser }));
            Assert.That(await FindAsync(Listings, "field=c"), Is.EqualTo(new[] { electrolyser }), "a section holds its divisions");
            Assert.That(await FindAsync(Listings, "field=industries:C3581"), Is.EqualTo(new[] { spect }), "a free term");
            Assert.That(await FindAsync(Listings, "field=人形机器人"), Is.EqualTo(new[] { robot }));
            Assert.That(await FindAsync(Listings, "field=humanoid%20robot"), Is.EqualTo(new[] { robot }));
            Assert.That(await FindAsync(Needs, "field=future-industries:humanoid-robots"), Is.EqualTo(new[] { robotNeed }));
            Assert.That(await FindAsync(Listings, "field=A01"), Is.Empty);
        });
    }

    [Test]
    public async Task Listings_ByRegion_TakesProvinceCityDistrictAndCountry()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(Listings, "region=440000"), Is.EquivalentTo(new[] { robot, magnet }));
            Assert.That(await FindAsync(Listings, "region=440300"), Is.EqualTo(new[] { robot }));
            Assert.That(await FindAsync(Listings, "region=110108"), Is.EqualTo(new[] { electrolyser }));
            Assert.That(await FindAsync(Listings, "region=110000"), Is.EquivalentTo(new[] { electrolyser, draft }));
            Assert.That(await FindAsync(Listings, "region=DE"), Is.EqualTo(new[] { spect }));
            Assert.That(await FindAsync(Listings, "region=130000"), Is.Empty);
        });
    }

    [Test]
    public async Task Listings_ByReadiness_IsExactOrAtLeast()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(Listings, "trl=6"), Is.EqualTo(new[] { robot }));
            Assert.That(await FindAsync(Listings, "minTrl=6"), Is.EquivalentTo(new[] { robot, electrolyser }));
            Assert.That(await FindAsync(Needs, "trl=5"), Is.EqualTo(new[] { hydrogenNeed }));
        });
    }

    [Test]
    public async Task Listings_ByStateAndOwner_AreThoseOnly()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(Listings, "state=draft"), Is.EqualTo(new[] { draft }));
            Assert.That(await FindAsync(Listings, "state=withdrawn"), Is.Empty);
            Assert.That(await FindAsync(Listings, $"organisationId={organisation}"), Is.EqualTo(new[] { robot }));
            Assert.That(await FindAsync(Needs, $"organisationId={organisation}&state=published"), Is.EqualTo(new[] { robotNeed }));
            Assert.That(await FindAsync(Listings, $"organisationId={Guid.NewGuid()}"), Is.Empty);
            Assert.That(await FindAsync(Listings, "externalRef=T-1"), Is.Empty);
        });
    }

    [Test]
    public async Task Listings_WordsAndFilters_MustAllFit()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await FindAsync(Listings, "q=制氢&region=110000&minTrl=7"), Is.EqualTo(new[] { electrolyser }));
            Assert.That(await FindAsync(Listings, "q=制氢&region=440000"), Is.Empty);
        });
    }

    [Test]
    public async Task Listings_WithoutQuestion_AreAllNewestFirst() =>
        Assert.That(await FindAsync(Listings, ""), Is.EqualTo(new[] { draft, magnet, robot, spect, electrolyser }));

    [TestCase("limit=0", "limit")]
    [TestCase("limit=201", "limit")]
    [TestCase("limit=ten", "limit")]
    [TestCase("limit=-1", "limit")]
    [TestCase("limit=9999999999", "limit")]
    [TestCase("cursor=rubbish", "cursor")]
    [TestCase("cursor=%25%00", "cursor")]
    [TestCase("trl=0", "trl")]
    [TestCase("minTrl=6.5", "minTrl")]
    [TestCase("region=1100", "region")]
    [TestCase("region=990000", "region")]
    [TestCase("region=de", "region")]
    [TestCase("state=open", "state")]
    [TestCase("organisationId=1", "organisationId")]
    [TestCase("q=a%00b", "q")]
    public async Task Listings_BadParameter_IsRefusedByName(string query, string parameter) => (await GetAsync($"{Listings}?{query}")).Breaks(parameter);

    [Test]
    public async Task Listings_ManyBadParameters_AreNamedAtOnce() =>
        (await GetAsync($"{Listings}?limit=0&trl=x&state=y&organisationId=z&region=w&cursor=v")).Breaks("limit", "trl", "state", "organisationId", "region", "cursor");

    [TestCase("'")]
    [TestCase("\"; DROP Xq; --")]
    [TestCase("' OR 1=1 --")]
    [TestCase("%")]
    [TestCase("_")]
    [TestCase("***")]
    [TestCase("!?。，、（）")]
    [TestCase("😀")]
    [TestCase("NOT AND OR NEAR(")]
    [TestCase("\\")]
    public async Task Listings_HostileWords_FindNothingAndBreakNothing(string words)
    {
        Assert.That(await FindAsync(Listings, $"q={Uri.EscapeDataString(words)}"), Is.Empty);
        Assert.That(await FindAsync(Listings, $"externalRef={Uri.EscapeDataString(words)}"), Is.Empty);
        Assert.That(await FindAsync(Listings, $"field={Uri.EscapeDataString(words)}"), Is.Empty);
        Assert.That(await FindAsync(Listings, "q=制氢"), Is.EqualTo(new[] { electrolyser }));
    }

    [Test]
    public async Task Listings_FiveHundredCharacters_AreTheLongestWords()
    {
        Assert.That(await FindAsync(Listings, "q=" + string.Concat(Enumerable.Repeat("制氢", 250))), Is.EqualTo(new[] { electrolyser }));
        (await GetAsync($"{Listings}?q={new string('a', 501)}")).Breaks("q");
    }

    private async Task<Guid[]> FindAsync(string path, string query) => (await GetAsync($"{path}?{query}")).Succeeds().Ids;
}
