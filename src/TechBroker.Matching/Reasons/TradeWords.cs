using System.Collections.Frozen;
using TechBroker.Matching.Lexicons;

namespace TechBroker.Matching.Reasons;

/// <summary>
/// Words that tell nothing about what a text is about, only kept out of the reasons; what they are worth in a score, the statistics tell. Ordinary
/// words are known by their frequency in a general corpus. What that corpus seldom says and every second text of the trade does (产业化, 制备)
/// it cannot know: it weighs 研发 like 检测.
/// </summary>
internal static class TradeWords
{
    /// <summary>A word that more than about one text of 150 contains is an ordinary one: e^5, in the dictionary's steps.</summary>
    private const int OrdinaryBelow = (int)(5.0 / 0.6931471805599453 * Lexicon.Steps);

    private static readonly FrozenSet<string> OfTheTrade = new[]
    {
        "关键技术", "产业化", "国产化", "研发", "研制", "开发", "系统", "方法", "需求", "应用", "制备", "工艺", "设计", "制造", "新型", "及其", "解决", "合作", "推广", "示范",
        "创新", "平台", "基于", "用于", "方案", "性能", "高性能", "设备", "装置", "领域", "采用", "利用", "关键", "核心", "现有", "有效", "效果", "综合", "集成", "成果", "转化",
        "服务", "工程", "科技", "希望", "高效", "项目", "的",
        "technolog", "research", "develop", "project", "applic", "system", "method", "process", "product", "new", "us", "need", "base", "high",
        "kei", "design", "compani", "solut", "devic", "improv", "requir",
    }.ToFrozenSet();

    // Common to texts of all fields; what is measured in them is what counts.
    private static readonly FrozenSet<string> Units = new[]
    {
        "mm", "cm", "km", "nm", "μm", "um", "kg", "mg", "ml", "kw", "mw", "gw", "kwh", "wh", "mah", "ah", "hz", "khz", "mhz", "ghz", "pa", "kpa", "mpa", "gpa",
        "ppm", "ppb", "kv", "mv", "ma", "ns", "ps", "ms", "db", "rpm", "mol", "°c", "cm2", "cm3", "m2", "m3", "trl",
    }.ToFrozenSet();

    /// <param name="term">A Chinese word, simplified, or a Latin stem.</param>
    public static bool Includes(ReadOnlySpan<char> term) =>
        (term.Length == 1 && char.IsAscii(term[0])) || Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term)
        || OfTheTrade.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term)
        || (Lexicon.Shared.Words.Find(term) is var word and >= 0 && Lexicon.Shared.Rarity(word) is > 0 and < OrdinaryBelow);
}
