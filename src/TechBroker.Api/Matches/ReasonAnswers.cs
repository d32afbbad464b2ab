using TechBroker.Contracts.Http;
using TechBroker.Matching;

namespace TechBroker.Api.Matches;

/// <summary>Reasons as whoever reads the whole match reads them.</summary>
internal static class ReasonAnswers
{
    public static IReadOnlyList<ReasonBody> Of(IEnumerable<Contribution> contributions, Language language) =>
    [
        .. contributions.Select(c => new ReasonBody
        {
            Scorer = c.Scorer,
            Score = c.Score,
            Text = Explanation.Text(c, language),
            Terms = c.Terms,
        }),
    ];
}
