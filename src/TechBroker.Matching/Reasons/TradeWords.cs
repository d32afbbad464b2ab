using System.Buffers;
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
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    /// <summary>A word that more than about one text of 150 contains is an ordinary one: e^5, in the dictionary's steps.</summary>
    private const int OrdinaryBelow = (int)(5.0 / 0.6931471805599453 * Lexicon.Steps);

    private const int CommonCharacterBelow = (int)(5.5 / 0.6931471805599453 * Lexicon.Steps);

    private static readonly FrozenSet<string> OfTheTrade = new[]
    {
        "关键技术", "产业化", "国产化", "研发", "研制", "开发", "系统", "方法", "需求", "应用", "制备", "工艺", "设计", "制造", "新型", "及其", "解决", "合作", "推广", "示范",
        "创新", "平台", "基于", "用于", "方案", "性能", "高性能", "设备", "装置", "领域", "采用", "利用", "关键", "核心", "现有", "有效", "效果", "综合", "集成", "成果", "转化",
        "服务", "工程", "科技", "希望", "高效", "项目", "的", "材料", "标准", "处理", "运行", "控制", "稳定", "改造", "试验", "小试", "连续", "执行", "资料", "注册", "渠道", "反馈", "长期", "整体", "已有",
        "高于", "低于", "大于", "小于", "降到", "达到", "以内", "以上", "以下", "距离", "成本", "年产", "三成", "一家", "两家", "三家", "三个", "一条", "一套",
        "万元", "万吨", "万公里", "万平方米", "每吨", "每台", "吨水", "分钟", "小时", "公里", "级", "天", "个", "台", "条", "种", "类", "次", "倍", "年", "月", "日", "名", "家", "项", "建",
        "technolog", "research", "develop", "project", "applic", "system", "method", "process", "product", "new", "us", "need", "base", "high",
        "kei", "design", "compani", "solut", "devic", "improv", "requir", "minut", "hour", "count", "counter", "run", "stage", "exist", "set", "add", "doe", "replac", "avail", "client",
    }.ToFrozenSet();

    // Common to texts of all fields; what is measured in them is what counts.
    private static readonly FrozenSet<string> Units = new[]
    {
        "mm", "cm", "km", "nm", "μm", "um", "kg", "mg", "ml", "kw", "mw", "gw", "kwh", "wh", "mah", "ah", "hz", "khz", "mhz", "ghz", "pa", "kpa", "mpa", "gpa",
        "μg", "bar", "mbar", "ppm", "ppb", "kv", "mv", "ma", "ns", "ps", "ms", "db", "rpm", "mol", "°c", "cm2", "cm3", "m2", "m3", "trl",
    }.ToFrozenSet();

    /// <summary>Characters stand in more texts than words do: one in 250, e^5.5.</summary>
    public static bool IsEverywhere(ReadOnlySpan<char> character) =>
        Lexicon.Shared.Words.Find(character) is var word and >= 0 && Lexicon.Shared.Rarity(word) < CommonCharacterBelow;

    /// <summary>A number, a unit or a letter: not even where there is nothing else is it worth showing.</summary>
    public static bool IsMeasure(ReadOnlySpan<char> term) =>
        !term.ContainsAnyExcept(NumberCharacters) || (term.Length == 1 && char.IsAscii(term[0])) || Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term);

    /// <param name="term">A Chinese word, simplified, or a Latin stem.</param>
    public static bool Includes(ReadOnlySpan<char> term) =>
        IsMeasure(term)
        || OfTheTrade.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term)
        || (Lexicon.Shared.Words.Find(term) is var word and >= 0 && Lexicon.Shared.Rarity(word) is > 0 and < OrdinaryBelow);
}
