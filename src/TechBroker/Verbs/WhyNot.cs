using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>Why a listing stands where it stands for a need: what each scorer gave, the condition that sank it, and what it lacks against the best.</summary>
internal static class WhyNot
{
    /// <returns>One JSON object.</returns>
    /// <exception cref="UsageException">An id stands in neither file.</exception>
    public static string Of(MarketIndex index, MarketFile listings, MarketFile needs, string listingName, string needName, Language language)
    {
        var listing = listings.IdOf(listingName) ?? throw new UsageException($"--why: there is no listing {listingName} in the file.");
        var need = needs.IdOf(needName) ?? throw new UsageException($"--why: there is no need {needName} in the file.");
        var ranked = index.Rank(Side.Need, need, Math.Max(1, listings.Items.Count));
        var place = ranked.TakeWhile(match => match.ListingId != listing).Count();
        var pair = index.Score(listing, need)!;
        var lacks = ranked.Count == 0 || place == 0 || pair.Exclusion is not null ? null : WidestGap(ranked[0], pair);
        return JsonSerializer.Serialize(
            new
            {
                NeedId = needName,
                ListingId = listingName,
                Rank = place < ranked.Count ? place + 1 : (int?)null,
                Of = ranked.Count,
                pair.Score,
                pair.Level,
                Excluded = Explanation.Exclusion(pair, language),
                Reasons = pair.Contributions.Select(c => new { c.Scorer, c.Score, Text = Explanation.Text(c, language), c.Terms }),
                Best = lacks is null ? null : new { ListingId = listings.NameOf(ranked[0].ListingId), ranked[0].Score, lacks.Value.Scorer, lacks.Value.Behind },
            },
            ApiJson.Options);
    }

    /// <summary>The scorer by which the pair falls behind the need's best listing most.</summary>
    private static (string Scorer, double Behind)? WidestGap(Match best, Match pair)
    {
        double Of(Match match, string scorer) => match.Contributions.Where(c => c.Scorer == scorer).Sum(c => c.Score);
        return best.Contributions.Concat(pair.Contributions).Select(c => c.Scorer).Distinct()
            .Select(scorer => ((string Scorer, double Behind)?)(scorer, Of(best, scorer) - Of(pair, scorer)))
            .MaxBy(gap => gap!.Value.Behind);
    }
}
