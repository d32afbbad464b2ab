using FsCheck;
using FsCheck.Fluent;
using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

public sealed class MarketIndexProperties
{
    [Test]
    public void Rank_AnyMarket_EqualsBruteForceOverScore() => ForAllMarkets((items, index) =>
    {
        foreach (var item in items)
        {
            var pairs = items.Where(other => other.Side != item.Side)
                .Select(other => item.Side == Side.Listing ? index.Score(item.Id, other.Id)! : index.Score(other.Id, item.Id)!)
                .Where(match => match.Exclusion is null && SharesTextOrField(match))
                .OrderByDescending(match => match.Score)
                .ThenBy(match => item.Side == Side.Listing ? match.NeedId : match.ListingId)
                .ToList();
            foreach (var k in new[] { 1, 3, 100 })
            {
                Assert.That(Market.Bits(index.Rank(item.Side, item.Id, k)), Is.EqualTo(Market.Bits(Quotas(item, items, pairs, quota => quota.Take(k)))));
            }
        }
    });

    [Test]
    public void Rank_AtLevel_EqualsBruteForceOverRank() => ForAllMarkets((items, index) =>
    {
        foreach (var item in items)
        {
            var all = index.Rank(item.Side, item.Id, 100);
            foreach (var (k, atLevel, limit) in from k in new[] { 0, 2 } from level in new[] { 1, 2, 3, 5 } from limit in new[] { 0, 4, 100 } select (k, level, limit))
            {
                var expected = Quotas(item, items, all, quota => quota.Where((match, place) => place < k || match.Level >= atLevel).Take(limit));
                Assert.That(Market.Bits(index.Rank(item.Side, item.Id, k, atLevel, limit)), Is.EqualTo(Market.Bits(expected)));
            }
        }
    });

    [Test]
    public void Stand_AnyPair_IsItsPlaceInTheRanking() => ForAllMarkets((items, index) =>
    {
        var needs = items.Where(item => item.Side == Side.Need).ToList();
        var visible = needs.Where((need, i) => need.Hidden && i % 2 == 0).Select(need => need.Id).ToHashSet();
        var hidden = needs.Where(need => need.Hidden && !visible.Contains(need.Id)).Select(need => need.Id).ToHashSet();
        foreach (var (side, scope) in new[] { (Side.Need, SearchScope.OpenOnly), (Side.Listing, SearchScope.Everything), (Side.Listing, new SearchScope { HiddenNeeds = visible }) })
        {
            foreach (var asking in items.Where(item => item.Side == side))
            {
                var ranked = index.Rank(side, asking.Id, 100).Where(match => side == Side.Need || scope.EveryHiddenNeed || !hidden.Contains(match.NeedId)).ToList();
                foreach (var other in items.Where(item => item.Side != side && (scope.EveryHiddenNeed || !hidden.Contains(item.Id))))
                {
                    var (listing, need) = side == Side.Listing ? (asking.Id, other.Id) : (other.Id, asking.Id);
                    var standing = index.Stand(side, listing, need, scope)!;
                    var place = ranked.FindIndex(match => (match.ListingId, match.NeedId) == (listing, need));
                    Assert.That((standing.Rank, standing.Of), Is.EqualTo((place < 0 ? (int?)null : place + 1, ranked.Count)));
                    Assert.That(Market.Bits(standing.Pair), Is.EqualTo(Market.Bits(index.Score(listing, need))));
                    Assert.That(Market.Bits(standing.Best), Is.EqualTo(Market.Bits(place == 0 || standing.Pair.Exclusion is not null ? null : ranked.FirstOrDefault())));
                }
            }
        }
    });

    [Test]
    public void Rank_FromEitherSide_GivesTheSameBits() => ForAllMarkets((items, index) =>
    {
        foreach (var match in items.Where(item => item.Side == Side.Need).SelectMany(need => index.Rank(Side.Need, need.Id, 100)))
        {
            var fromListing = index.Rank(Side.Listing, match.ListingId, 100).Single(other => other.NeedId == match.NeedId);
            Assert.That(Market.Bits(fromListing), Is.EqualTo(Market.Bits(match)));
            Assert.That(Market.Bits(index.Score(match.ListingId, match.NeedId)), Is.EqualTo(Market.Bits(match)));
        }
    });

    [Test]
    public void Rank_ItemInsteadOfId_GivesTheSameBits() => ForAllMarkets((items, index) =>
    {
        foreach (var item in items)
        {
            Assert.That(Market.Bits(index.Rank(item, 5)), Is.EqualTo(Market.Bits(index.Rank(item.Side, item.Id, 5))));
        }
    });

    [Test]
    public void Put_AnyOrder_GivesTheSameBits() => ForAllMarkets((items, index) =>
        Assert.That(Everything(Market.IndexOf(items.Reverse()), items), Is.EqualTo(Everything(index, items))));

    [Test]
    public void Remove_WhatCameBetween_RestoresEverything() => ForAllMarkets((items, index) =>
    {
        var before = Everything(index, items);
        var passing = items.Select((item, i) => item with { Id = Market.Id(-1 - i), Title = item.Title + "过客 visitor" + i }).ToArray();
        foreach (var item in passing)
        {
            index.Put(item);
        }

        foreach (var item in items.Where((_, i) => i % 2 == 0))
        {
            index.Put(item with { Title = "revised", Fields = ["revised"] });
            index.Put(item);
        }

        foreach (var item in passing)
        {
            Assert.That(index.Remove(item.Side, item.Id), Is.True);
        }

        Assert.That(Everything(index, items), Is.EqualTo(before));
    });

    [Test]
    public void Put_HiddenNeeds_ChangeNothingForAnyoneElse() => ForAllMarkets((items, index) =>
    {
        var open = items.Where(item => !item.Hidden).ToArray();
        var without = Market.IndexOf(open);
        var before = SeenByOutsiders(without, open);
        Assert.That(SeenByOutsiders(index, open), Is.EqualTo(before), "hidden needs among the others");

        var hidden = new MarketItem
        {
            Side = Side.Need,
            Id = Market.Id(-1),
            Revision = 1,
            Title = "锂离子电池 canary 金丝雀",
            Description = string.Join(' ', items.Select(item => item.Title)),
            Fields = ["gbt4754:C3911"],
            Hidden = true,
        };
        foreach (var change in new[] { hidden, hidden with { Title = "金丝雀", Trl = 9 }, hidden with { Description = "" }, hidden with { Hidden = false }, hidden })
        {
            without.Put(change);
            Assert.That(SeenByOutsiders(without, open), change.Hidden ? Is.EqualTo(before) : Is.Not.EqualTo(before));
        }

        without.Remove(Side.Need, hidden.Id);
        Assert.That(SeenByOutsiders(without, open), Is.EqualTo(before), "and when it has gone");
    });

    [Test]
    public void Search_HiddenNeeds_AreFoundByWhatTheScopeAllows() => ForAllMarkets((items, index) =>
    {
        const string query = "锂离子电池 battery 膜 研发";
        var needs = items.Where(item => item.Side == Side.Need).ToArray();
        var listings = items.Where(item => item.Side == Side.Listing).ToArray();
        var notices = needs.Where(need => need is { Hidden: true, PublicText: not null })
            .Select(need => new MarketItem { Side = Side.Need, Id = need.Id, Revision = 1, Title = need.PublicText! }).ToArray();

        // What each scope finds is what a market of only those texts would answer to somebody for whom everything is open.
        IReadOnlyList<SearchHit> HitsIn(IEnumerable<MarketItem> texts) =>
            Market.IndexOf(listings.Concat(texts.Select(text => text with { Hidden = false }))).Search(Side.Need, query, 100, SearchScope.OpenOnly);
        var open = HitsIn(needs.Where(need => !need.Hidden));
        var whole = HitsIn(needs.Where(need => need.Hidden));
        var summaries = HitsIn(notices);
        var own = needs.Where(need => need.Hidden).Select(need => need.Id).Where((_, i) => i % 2 == 0).Append(Market.Id(-7)).ToList();

        Assert.That(index.Search(Side.Need, query, 100, SearchScope.OpenOnly), Is.EqualTo(open));
        Assert.That(index.Search(Side.Need, query, 100, new SearchScope { Notices = true }), Is.EqualTo(Ordered(open.Concat(summaries))));
        Assert.That(
            index.Search(Side.Need, query, 100, new SearchScope { Notices = true, HiddenNeeds = own }),
            Is.EqualTo(Ordered(open.Concat(summaries).Concat(whole.Where(hit => own.Contains(hit.Id))))));
        Assert.That(index.Search(Side.Need, query, 100, SearchScope.Everything), Is.EqualTo(Ordered(open.Concat(summaries).Concat(whole))));
        Assert.That(index.Search(Side.Need, query, 3, SearchScope.Everything), Is.EqualTo(Ordered(open.Concat(summaries).Concat(whole)).Take(3)));
    });

    [Test]
    public void Rank_AnyMarket_ScoresLieWithinBoundsAndContributionsAddUp() => ForAllMarkets((items, index) =>
    {
        foreach (var listing in items.Where(item => item.Side == Side.Listing))
        {
            foreach (var need in items.Where(item => item.Side == Side.Need))
            {
                var match = index.Score(listing.Id, need.Id)!;
                Assert.That(match.Score, Is.InRange(0, 1));
                Assert.That(match.Level, Is.InRange(1, 4));
                Assert.That(match.Contributions.Sum(contribution => contribution.Score), Is.EqualTo(match.Score).Within(1e-12));
                foreach (var contribution in match.Contributions)
                {
                    // Topic only adds; the rest moves a score by less than a quarter of its weight, and not at all where there is no topic.
                    var most = contribution.Scorer is "text" or "crossLanguage" ? 1 : contribution.Scorer is "field" ? Weights.Field : 0.25 * WeightOf(contribution.Scorer);
                    Assert.That(contribution.Score, Is.InRange(contribution.Scorer is "text" or "crossLanguage" or "field" ? 0 : -most, most));
                    Assert.That(contribution.Score, SharesTextOrField(match) ? Is.Not.NaN : Is.Zero);
                }
            }
        }
    });

    [Test]
    public void Search_AnyMarket_IsOrderedAndCutAtK() => ForAllMarkets((items, index) =>
    {
        var all = index.Search(Side.Listing, "锂离子电池 battery 膜", int.MaxValue, SearchScope.OpenOnly);
        var expected = Ordered(all);
        Assert.That(all, Is.EqualTo(expected));
        Assert.That(index.Search(Side.Listing, "锂离子电池 battery 膜", 3, SearchScope.OpenOnly), Is.EqualTo(expected.Take(3)));
    });

    private static ScorerWeights Weights => MatchingParameters.Default.Weights;

    private static double WeightOf(string scorer) => scorer switch
    {
        "readiness" => Weights.Readiness,
        "cooperation" => Weights.Cooperation,
        "price" => Weights.Price,
        "region" => Weights.Region,
        "intellectualProperty" => Weights.IntellectualProperty,
        "timing" => Weights.Timing,
        "quantities" => Weights.Quantities,
        _ => throw new ArgumentOutOfRangeException(nameof(scorer)),
    };

    private static void ForAllMarkets(Action<MarketItem[], MarketIndex> check) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10).WithReplay(20260101UL, 20260103UL),
            Prop.ForAll(Market.All().ToArbitrary(), items => check(items, Market.IndexOf(items))));

    // What a ranking is over; a pair without either is reached by Score alone.
    private static bool SharesTextOrField(Match match) =>
        match.Contributions.Any(contribution => contribution.Verdict is Verdicts.CommonTerms or Verdicts.CorrespondingTerms or Verdicts.SameField or Verdicts.RelatedField);

    /// <summary>A listing has places for open needs and places for hidden ones.</summary>
    private static IEnumerable<Match> Quotas(MarketItem asking, MarketItem[] items, IReadOnlyList<Match> best, Func<IEnumerable<Match>, IEnumerable<Match>> quota)
    {
        var hidden = items.Where(item => item.Hidden && asking.Side == Side.Listing).Select(item => item.Id).ToHashSet();
        var chosen = best.GroupBy(match => hidden.Contains(match.NeedId)).SelectMany(quota).ToHashSet();
        return best.Where(chosen.Contains);
    }

    private static List<SearchHit> Ordered(IEnumerable<SearchHit> hits) =>
        [.. hits.GroupBy(hit => hit.Id, (_, same) => same.MaxBy(hit => hit.Score)!).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id)];

    private static string Everything(MarketIndex index, MarketItem[] items) => string.Join(
        '\n',
        items.Select(item => Market.Bits(index.Rank(item.Side, item.Id, 100)))
            .Concat(index.Search(Side.Listing, "锂离子电池 研发", 100, SearchScope.OpenOnly).Select(hit => $"{hit}"))
            .Concat(index.Search(Side.Need, "锂离子电池 研发 canary", 100, SearchScope.Everything).Select(hit => $"{hit}")));

    /// <summary>The open part of every answer, with few places, so that somebody who takes one is felt.</summary>
    private static string SeenByOutsiders(MarketIndex index, MarketItem[] open)
    {
        var ids = open.Where(item => item.Side == Side.Need).Select(item => item.Id).ToHashSet();
        string Open(IEnumerable<Match> matches) => Market.Bits(matches.Where(match => ids.Contains(match.NeedId)));
        return string.Join(
            '\n',
            open.SelectMany(item => new[] { 1, 3, 100 }.Select(k => Open(index.Rank(item.Side, item.Id, k))))
                .Concat(open.SelectMany(item => new[] { 2, 3 }.Select(level => Open(index.Rank(item.Side, item.Id, 1, level, 2)))))
                .Concat(new[] { "锂离子电池 研发", "canary", "金丝雀", "研发 canary 膜", "battery" }.SelectMany(query =>
                    index.Search(Side.Need, query, 100, SearchScope.OpenOnly).Concat(index.Search(Side.Listing, query, 100, SearchScope.Everything))
                        .Select(hit => $"{query} {hit}"))));
    }
}
