using System.Globalization;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>What came of a fit, for people and for programs.</summary>
internal sealed record FitReport(RefitResult Result, MatchingParameters Old, TrainingSet Set)
{
    /// <summary>The fitted parameters with their training set named; as they were where nothing came of the fit.</summary>
    public MatchingParameters Named => Result.Verdict is RefitVerdict.Unchanged ? Old : Result.Fitted with
    {
        TrainedOn = string.Create(
            CultureInfo.InvariantCulture,
            $"{Set.Judgements}, {Set.Pairs} judged pairs of {Set.Needs} needs; fitted {Set.FittedOn:yyyy-MM-dd} from version {Set.FromVersion}"),
        Training = Set,
    };

    private bool OldHasSeenThem => Old.Training?.JudgementsSha256 == Set.JudgementsSha256;

    private Text Advice => Result.Verdict switch
    {
        RefitVerdict.Better => new("建议改用新参数：在未参与拟合的配对上，新参数明显更好。", "Switch to the new: it is clearly better on pairs it has not seen."),
        RefitVerdict.NotBetter => new("建议沿用旧参数：在未参与拟合的配对上，新参数并不更好。", "Keep the old: the new is not better on pairs it has not seen."),
        RefitVerdict.TooFew => new(
            $"建议沿用旧参数：不足 {Refit.FewestNeeds} 项需求，无法区分改进与偶然。", $"Keep the old: with fewer than {Refit.FewestNeeds} needs a gain cannot be told from chance."),
        _ => new("沿用旧参数：拟合没有带来任何变化。", "Keep the old: the fit ended where it began."),
    };

    public string AsJson() => JsonSerializer.Serialize(
        new
        {
            Old = new { Old.Version, Result.Old.NdcgAt10, Result.Old.Score },
            New = new { Named.Version, Result.New.NdcgAt10, Result.New.Score },
            Result.Folds,
            Set.Needs,
            Set.Pairs,
            Set.JudgementsSha256,
            Set.Verdict,
            OldHasSeenThem,
        },
        ApiJson.Options);

    public string AsTable(FileInfo? output, bool english)
    {
        IEnumerable<string> lines =
        [
            Row("", english ? "old" : "旧", english ? "new" : "新"),
            Row("ndcgAt10", Result.Old.NdcgAt10, Result.New.NdcgAt10),
            Row("score", Result.Old.Score, Result.New.Score),
            .. Result.Folds.SelectMany(f => new[]
            {
                Row($"ndcgAt10, {f.Fold}", f.Old.NdcgAt10, f.New.NdcgAt10),
                Row($"score, {f.Fold}", f.Old.Score, f.New.Score),
            }),
            english
                ? $"{Set.Pairs} pairs of {Set.Needs} needs in {Set.Folds} folds; the new figures of each fold come from a fit on the others."
                : $"{Set.Needs} 项需求的 {Set.Pairs} 个配对，分 {Set.Folds} 折；新参数在每一折上的成绩均由其余各折拟合得出。",
            english ? $"old: {Old.Version}; new: {Named.Version}" : $"旧：{Old.Version}；新：{Named.Version}",
            .. OldHasSeenThem
                ? [english
                    ? "The old parameters were fitted on this very file, so their figures are higher than they would be on other pairs."
                    : "旧参数正是用这份文件拟合的，其成绩会比在其他配对上偏高。"]
                : Array.Empty<string>(),
            Advice.In(english),
            .. output is null
                ? Array.Empty<string>()
                : [english
                    ? $"Written to {output}. Nothing is switched: a server uses it when it is started with Matching__Parameters={output.FullName}"
                    : $"已写入 {output}。尚未启用：以 Matching__Parameters={output.FullName} 启动服务后才会使用。"],
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Row(string name, double old, double @new) =>
        Row(name, old.ToString("0.0000", CultureInfo.InvariantCulture), @new.ToString("0.0000", CultureInfo.InvariantCulture));

    private static string Row(string name, string old, string @new) => $"{name,-14}{old,-10}{@new}".TrimEnd();
}
