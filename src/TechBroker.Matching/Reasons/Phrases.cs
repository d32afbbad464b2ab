namespace TechBroker.Matching.Reasons;

/// <summary>Verdicts in words. Short: they are read on a phone.</summary>
internal static class Phrases
{
    private const int LongestList = 32;

    /// <summary>For a verdict of another version that these phrases do not know.</summary>
    private static string Generic(string scorer, bool chinese) => scorer switch
    {
        "crossLanguage" => chinese ? "中英文用词相互对应" : "Chinese and English terms correspond",
        "text" => chinese ? "技术内容相关" : "Related in content",
        "field" => chinese ? "已比较技术领域" : "Field of technology was compared",
        "readiness" => chinese ? "已比较技术成熟度" : "Technology readiness was compared",
        "cooperation" => chinese ? "已比较合作方式" : "Ways to cooperate were compared",
        "price" => chinese ? "已比较报价与预算" : "Price and budget were compared",
        "region" => chinese ? "已比较所在地区" : "Regions were compared",
        "intellectualProperty" => chinese ? "已考虑知识产权状况" : "Intellectual property was considered",
        "timing" => chinese ? "已考虑时间要求" : "Timing was considered",
        "quantities" => chinese ? "已比较技术指标" : "Figures were compared",
        _ => chinese ? "综合评分" : "Overall score",
    };

    /// <summary>What was found; named as a reason against where it lowers the score.</summary>
    public static string For(Contribution contribution, bool chinese) =>
        contribution.Score < 0 ? (chinese ? "不利：" : "Against: ") + Finding(contribution, chinese) : Finding(contribution, chinese);

    public static string Exclusion(string code, bool chinese) => code != Verdicts.FarAboveBudget
        ? chinese ? "不符合对方的必要条件" : "A condition of the other side is not met"
        : chinese ? "报价远超预算，不予推荐" : "Not proposed: the price is far beyond the budget";

    private static string Finding(Contribution contribution, bool chinese)
    {
        var values = contribution.Values;
        var first = values.Count > 0 ? values[0] : "";
        var second = values.Count > 1 ? values[1] : "";
        return contribution.Verdict switch
        {
            Verdicts.CommonTerms => CommonTerms(contribution.Terms, chinese),
            Verdicts.CorrespondingTerms => CorrespondingTerms(contribution.Terms, chinese),
            Verdicts.NoCommonTerms => chinese ? "文字描述没有共同之处" : "The texts have no words in common",
            Verdicts.SameField => Fields(contribution.Terms, chinese ? "技术领域一致" : "Same field", chinese),
            Verdicts.RelatedField => Fields(contribution.Terms, chinese ? "技术领域相近" : "Related field", chinese),
            Verdicts.OtherField => chinese ? "技术领域不同" : "Different fields of technology",
            Verdicts.Ready => chinese ? $"成熟度 TRL {first}，达到要求的 TRL {second}" : $"TRL {first} meets the required TRL {second}",
            Verdicts.AlmostReady => chinese ? $"成熟度 TRL {first}，比要求的 TRL {second} 低一级" : $"TRL {first}, one below the required TRL {second}",
            Verdicts.NotReady => chinese ? $"成熟度 TRL {first}，低于要求的 TRL {second}" : $"TRL {first}, below the required TRL {second}",
            Verdicts.SameModes => CommonModes(contribution.Terms, chinese),
            Verdicts.OtherModes => chinese ? "合作方式不同，有待协商" : "No common way to cooperate yet; to be negotiated",
            Verdicts.WithinBudget => Prices(first, second, chinese ? "报价在预算之内" : "Price within budget", chinese),
            Verdicts.AboveBudget => Prices(first, second, chinese ? "报价高于预算" : "Price above budget", chinese),
            Verdicts.FarAboveBudget => Prices(first, second, chinese ? "报价远高于预算" : "Price far above budget", chinese),
            Verdicts.SameCity => chinese ? "双方在同一城市" : "Both in the same city",
            Verdicts.SameProvince => chinese ? "双方在同一省份" : "Both in the same province",
            Verdicts.NeighbouringProvince => chinese ? "双方同处一个协同发展区域" : "Both in the same economic area",
            Verdicts.SameCountry => chinese ? "同在一国，不在同一地区" : "Same country, different regions",
            Verdicts.OtherCountry => chinese ? "双方在不同国家" : "In different countries",
            Verdicts.Granted => chinese ? "知识产权已授权或登记" : "Intellectual property granted or registered",
            Verdicts.Applied => chinese ? "知识产权正在申请" : "Intellectual property applied for",
            Verdicts.Unprotected => chinese ? "知识产权无效或状态不明" : "Intellectual property lapsed or unclear",
            Verdicts.InTime => chinese ? $"TRL {first}，{second} 天期限内可以完成" : $"TRL {first} can be done within {second} days",
            Verdicts.Tight => chinese ? $"TRL {first}，{second} 天期限偏紧" : $"TRL {first}: {second} days are tight",
            Verdicts.TooLate => chinese ? $"TRL {first}，{second} 天期限恐难完成" : $"TRL {first}: {second} days will hardly do",
            Verdicts.MeetsDemand => chinese ? $"{first}，达到要求的 {second}" : $"{first} meets the required {second}",
            Verdicts.NearlyMeetsDemand => chinese ? $"{first}，略差于要求的 {second}" : $"{first} nearly meets the required {second}",
            Verdicts.MissesDemand => chinese ? $"{first}，未达到要求的 {second}" : $"{first} misses the required {second}",
            Verdicts.MeetsSomeDemands => chinese ? $"{first} 达标，{values.ElementAtOrDefault(2)} 未达 {values.ElementAtOrDefault(3)}" : $"{first} will do, {values.ElementAtOrDefault(2)} misses {values.ElementAtOrDefault(3)}",
            _ => Generic(contribution.Scorer, chinese),
        };
    }

    private static string CommonTerms(IReadOnlyList<string> terms, bool chinese) => terms.Count == 0
        ? chinese ? "只有常用字词相同" : "Only ordinary words in common"
        : chinese ? $"都涉及{Fitting(terms, "、")}" : $"Both mention {Fitting(terms, ", ")}";

    private static string CorrespondingTerms(IReadOnlyList<string> pairs, bool chinese) => pairs.Count == 0
        ? chinese ? "中英文只有常用词相近" : "Only ordinary words correspond"
        : chinese ? $"用词对应：{Fitting(pairs, "；")}" : $"Same terms: {Fitting(pairs, "; ")}";

    /// <summary>As many as a phone shows in one or two lines, one at least.</summary>
    private static string Fitting(IReadOnlyList<string> terms, string separator)
    {
        var text = terms[0];
        foreach (var term in terms.Skip(1).Where(term => text.Length + separator.Length + term.Length <= LongestList))
        {
            text += separator + term;
        }

        return text;
    }

    private static string Fields(IReadOnlyList<string> codes, string verdict, bool chinese)
    {
        // A vocabulary's code means nothing to a reader; whoever has the vocabulary shows its name from the terms.
        var names = codes.Where(code => !code.Contains(':', StringComparison.Ordinal)).ToList();
        return names.Count == 0 ? verdict : chinese ? $"{verdict}：{string.Join('、', names)}" : $"{verdict}: {string.Join(", ", names)}";
    }

    private static string CommonModes(IReadOnlyList<string> modes, bool chinese)
    {
        var names = modes.Select(mode => CooperationNames.Of(mode, chinese));
        return chinese ? $"都接受{string.Join('、', names)}" : $"Both accept {string.Join(", ", names)}";
    }

    private static string Prices(string asked, string budget, string verdict, bool chinese) => chinese
        ? $"{verdict}（报价 {Money.Of(asked, chinese)}，预算 {Money.Of(budget, chinese)}）"
        : $"{verdict} (price {Money.Of(asked, chinese)}, budget {Money.Of(budget, chinese)})";
}
