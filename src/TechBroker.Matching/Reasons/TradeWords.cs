using System.Collections.Frozen;

namespace TechBroker.Matching.Reasons;

/// <summary>
/// Words that every second text of the trade contains. They are only kept out of the reasons; what they are worth in a score, the
/// statistics tell.
/// </summary>
internal static class TradeWords
{
    private static readonly string[] Chinese =
    [
        "关键技术", "产业化", "国产化", "研究", "研发", "研制", "开发", "项目", "技术", "需求", "应用", "系统", "方法", "制备", "工艺", "产品", "生产",
        "设计", "制造", "一种", "新型", "及其", "以及", "进行", "实现", "解决", "提高", "问题", "公司", "企业", "合作", "推广", "示范", "创新", "平台",
        "基于", "用于", "相关", "方案", "性能", "高性能", "设备", "装置", "领域", "目前", "采用", "具有", "使用", "利用", "关键", "核心", "主要", "要求",
        "综合", "集成", "成果", "转化", "服务", "建设", "过程", "方面", "通过", "能够", "可以", "需要", "希望", "现有", "有效", "效果", "工程", "科技",
    ];

    private static readonly FrozenSet<string> English = new[]
    {
        "technology", "research", "development", "project", "application", "system", "method", "process", "product", "new", "using",
        "use", "used", "need", "based", "high", "key", "design", "production", "company", "solution", "device", "improve", "require",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Phrases = Chinese.ToFrozenSet();

    // Particles at the edge of a common string: "的", "及" … are no part of what both sides talk about.
    // Those that also begin words (有机, 新能源, 中药) are only taken off the end.
    private const string Leading = "的及和与或了其将把被并等之";
    private const string Trailing = "的及和与或了其将把被并等之在中对为以于用";

    /// <summary>The part of a common Chinese string that is left when trade words and particles are taken off both ends.</summary>
    public static (int Start, int End) Trim(string key, int start, int end)
    {
        for (var before = (-1, -1); before != (start, end);)
        {
            before = (start, end);
            start += LeadingWord(key.AsSpan(start, end - start));
            end -= TrailingWord(key.AsSpan(start, end - start));
        }

        return (start, end);
    }

    public static bool IsTradeWord(ReadOnlySpan<char> term) => English.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term);

    private static int LeadingWord(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(4, text.Length); length >= 2; length--)
        {
            if (Phrases.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..length]))
            {
                return length;
            }
        }

        return text.Length > 0 && Leading.Contains(text[0], StringComparison.Ordinal) ? 1 : 0;
    }

    private static int TrailingWord(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(4, text.Length); length >= 2; length--)
        {
            if (Phrases.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[^length..]))
            {
                return length;
            }
        }

        return text.Length > 0 && Trailing.Contains(text[^1], StringComparison.Ordinal) ? 1 : 0;
    }
}
