using System.Buffers;
using TechBroker.Matching;
using TechBroker.Matching.Indexing;
using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.Matching;

/// <summary>The parts of the index by themselves.</summary>
internal sealed class IndexingTests
{
    [Test]
    public void PostingCode_AnyPostings_ComeBackAndAddUp([Values(1, 2, 40, 700, 9000)] int count, [Values(600, 9001, 65536)] int slots)
    {
        var random = new Random(count * slots);
        count = Math.Min(count, slots);
        var chosen = Enumerable.Range(0, slots).OrderBy(_ => random.Next()).Take(count).Append(slots - 1).Distinct();
        var items = chosen.Select(slot => PostingCode.ItemOf((byte)(1 + (random.Next(6) * 50)), slot)).Order().ToArray();
        var written = new ArrayBufferWriter<byte>();
        PostingCode.Write(items, written);

        var read = new uint[items.Length];
        var asTheyAre = Enumerable.Range(0, slots).ToArray();
        Assert.That(PostingCode.Read(written.WrittenSpan, asTheyAre, read), Is.EqualTo(items.Length));
        Assert.That(read, Is.EqualTo(items));
        Assert.That(PostingCode.Count(written.WrittenSpan), Is.EqualTo(items.Length));

        var (sums, expected) = (new long[slots], new long[slots]);
        Array.Fill(sums, 5);
        PostingCode.AddUp(written.WrittenSpan, 1000, sums);
        foreach (var item in items)
        {
            expected[item & 0xffff] = 1000 * (255 - (item >> 16));
        }

        Assert.That(sums, Is.EqualTo(expected.Select(sum => sum + 5)));
        Assert.That(PostingCode.Slots(written.WrittenSpan).Order(), Is.EqualTo(items.Select(item => (int)(item & 0xffff)).Order()));
    }

    [Test]
    public void PostingCode_CloseTogether_TakesAByteEach()
    {
        var written = new ArrayBufferWriter<byte>();
        PostingCode.Write([.. Enumerable.Range(0, 1000).Select(i => PostingCode.ItemOf(7, i * 60))], written);
        Assert.That(written.WrittenCount, Is.LessThan(1010));
    }

    [Test]
    public void ItemPacking_OddItems_ComeBackWhole([Values("", "\ud800", "电\udc00池\ud840", "𠀀𠮷\ufffd", "普通文字 text")] string text, [Values] bool isNeed)
    {
        var item = new MarketItem
        {
            Side = isNeed ? Side.Need : Side.Listing,
            Id = Market.Id(7),
            Revision = 300,
            Title = text,
            Summary = text + "摘要",
            Description = string.Concat(Enumerable.Repeat("电解液" + text, 50)),
            Keywords = [text, "氢能"],
            Fields = ["gbt4754:C3911", text],
            Trl = -1,
            CooperationModes = ["transfer"],
            RegionCode = text,
            Price = new Price("CNY", long.MaxValue),
            Ip = ["patent:granted"],
            PostedOn = new DateOnly(2026, 1, 1),
            Deadline = DateOnly.MinValue,
            Hidden = isNeed,
            Matched = !isNeed,
            PublicText = isNeed ? text : null,
        };

        Assert.That(Written(ItemPacking.Unpack(ItemPacking.Pack(item))), Is.EqualTo(Written(item)));
        Assert.That(Written(ItemPacking.Unpack(ItemPacking.Pack(Bare))), Is.EqualTo(Written(Bare)));
        Assert.That(ItemPacking.Unpack(ItemPacking.Pack(item), withTexts: false).Fields, Is.EqualTo(item.Fields));
    }

    [Test]
    public void Overlap_CrossTerms_MeetOwnTermsOfTheOtherSideOnly()
    {
        var need = DocumentOf(Market.Need("need"), own: [("电池", 100)], cross: [("battery", 80), ("cell", 60)]);
        var chinese = DocumentOf(Market.Listing("chinese", 1), own: [("电池", 50)], cross: [("battery", 40)]);
        var english = DocumentOf(Market.Listing("english", 2), own: [("battery", 30)], cross: []);
        var translated = DocumentOf(Market.Listing("translated", 3), own: [("Akku", 20)], cross: [("电池", 10), ("cell", 70)]);
        var listings = SideIndex.Empty.With([chinese, english]).With([translated]);
        var statistics = new ListingStatistics(MatchingParameters.Default.Text, listings);
        long Rarity(string term) => statistics.Rarity(TermHash.Of(term));
        long CrossRarity(string term) => statistics.CrossRarity(TermHash.Of(term));

        Assert.That(Overlap.PartsOf(chinese, need, statistics), Is.EqualTo(new OverlapParts(50 * 100 * Rarity("电池"), 0)));
        Assert.That(Overlap.PartsOf(english, need, statistics), Is.EqualTo(new OverlapParts(0, 30 * 80 * CrossRarity("battery"))));
        Assert.That(Overlap.PartsOf(translated, need, statistics), Is.EqualTo(new OverlapParts(0, 10 * 100 * CrossRarity("电池"))), "cell is a translation on both sides");
        Assert.That(new OverlapParts(300, 100).CrossShare, Is.EqualTo(0.25));

        // A translation is no occurrence: one listing of three says 电池, and nobody says cell.
        Assert.That(listings.CountOf(TermHash.Of("电池")), Is.EqualTo(1));
        Assert.That(listings.CountOf(TermHash.Of("cell")), Is.Zero);
        Assert.That(Rarity("电池"), Is.EqualTo(Rarity("battery")));
    }

    [Test]
    public void Weighing_CrossTerms_GivesWhatPairsGive()
    {
        var random = new Random(3);
        string[] words = ["电池", "电解液", "隔膜", "battery", "electrolyte", "separator", "cell", "氢能"];
        (string, byte)[] Some() => [.. words.Where(_ => random.Next(3) == 0).Select(word => (word, (byte)random.Next(1, 256)))];
        var documents = Enumerable.Range(1, 300).Select(i => DocumentOf(Market.Listing("x", i), Some(), Some())).ToList();
        var listings = documents.Aggregate(SideIndex.Empty, (side, document) => side.With([document]));
        var analyzer = new TermAnalyzer(MatchingParameters.Default.Text);
        foreach (var gone in documents.Where((_, i) => i % 7 == 0))
        {
            listings = listings.Without(gone.Id, analyzer);
        }

        var statistics = new ListingStatistics(MatchingParameters.Default.Text, listings);
        for (var i = 0; i < 20; i++)
        {
            var need = DocumentOf(Market.Need("y"), Some(), Some());
            var weighing = new Weighing(need, statistics);
            foreach (var part in listings.Parts)
            {
                var sums = new long[part.Slots];
                weighing.AddUp(part, sums);
                var expected = part.Segment.Documents.Select((listing, slot) =>
                    part.IsRemoved(slot) ? 0 : Overlap.PartsOf(listing, need, statistics) is var parts ? parts.Own + parts.Cross : 0);
                Assert.That(sums, Is.EqualTo(expected));
            }
        }
    }

    [Test]
    public void SideIndex_ManyChanges_StaysInFewPartsAndCountsWhatIsThere()
    {
        var analyzer = new TermAnalyzer(MatchingParameters.Default.Text);
        var random = new Random(5);
        var (side, there) = (SideIndex.Empty, new Dictionary<Guid, MarketItem>());
        for (var i = 0; i < 3000; i++)
        {
            var item = Market.Listing(i % 3 == 0 ? "氢能" : "膜电极", random.Next(700)) with { Revision = i };
            side = side.Without(item.Id, analyzer);
            there.Remove(item.Id);
            if (random.Next(4) != 0)
            {
                side = side.With([DocumentOf(item, analyzer.Analyze(item))]);
                there.Add(item.Id, item);
            }
        }

        Assert.That(side.Count, Is.EqualTo(there.Count));
        Assert.That(side.Parts, Has.Length.LessThan(20));
        Assert.That(side.Slots, Is.LessThan(2 * side.Count + 20));
        Assert.That(side.CountOf(TermHash.Of("氢能")), Is.EqualTo(there.Values.Count(item => item.Title == "氢能")));
        Assert.That(there.Values.All(item => side.Find(item.Id)?.Revision == item.Revision), Is.True);
        Assert.That(side.Find(Market.Id(9999)), Is.Null);
    }

    private static MarketItem Bare => Market.Listing("");

    private static string Written(MarketItem item) => string.Join('|', item.Title.Select(c => (int)c)) + System.Text.Json.JsonSerializer.Serialize(item)
        + string.Join('|', item.Description.Select(c => (int)c));

    private static Document DocumentOf(MarketItem item, TermBag bag) => new(item, bag, new Facts(item, hasText: true, []) { Spoken = 1 });

    private static Document DocumentOf(MarketItem item, (string Term, byte Impact)[] own, (string Term, byte Impact)[] cross) => DocumentOf(
        item,
        new TermBag([.. own.Select(term => term.Term)], [.. own.Select(term => term.Impact)], 1)
        {
            CrossTerms = [.. cross.Select(term => term.Term)],
            CrossImpacts = [.. cross.Select(term => term.Impact)],
        });
}
