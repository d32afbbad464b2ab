using System.Collections.Frozen;
using TechBroker.Matching.Lexicons;
using TechBroker.Matching.Tokens;

namespace TechBroker.Matching.Quantities;

/// <summary>A word near a value.</summary>
/// <param name="Term">A Chinese word or a Latin stem.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct MeasuredWord(string Term, int Start, int End);

/// <summary>The words that values stand by. What the dictionary cuts into characters (首效) is put together again: it is a word of the trade.</summary>
internal static class MeasuredWords
{
    /// <summary>Stand between a noun and its value and say nothing about it.</summary>
    private static readonly FrozenSet<string> Empty = new[]
    {
        "达到", "达", "可达", "约", "约为", "为", "是", "至", "到", "在", "的", "高", "低", "于", "仅", "只", "只有", "了", "及", "和", "与", "有", "需", "应", "每", "个", "比", "由", "从", "近", "最", "要", "能",
        "可", "以", "不", "后", "时", "内", "外", "上", "下", "再", "已", "超", "过", "共", "各", "单", "等", "这", "那", "们", "我", "把", "被", "或", "也", "都", "还", "就", "做", "中", "用", "让", "降", "升", "掉",
        "最高", "最大", "最低", "最小", "平均", "要求", "需要", "至少", "超过", "大于", "控制", "目标", "指标", "实测", "目前", "现有", "提高", "降低", "提升", "下降", "降到", "升到", "左右", "以上", "以下",
        "稳定", "保持", "具有", "可以", "能够", "我们", "希望", "预期", "必须", "不少", "不低", "不高", "不大", "其中", "大约", "接近", "实现", "分别", "只要", "一次", "做到", "额定", "仍", "之间",
        "least", "most", "more", "less", "about", "reach", "up", "must", "should", "requir", "need", "typic", "exce", "valu", "our", "target", "better", "max", "min", "per", "within", "under", "over", "abov", "below", "between", "only",
    }.ToFrozenSet();

    /// <summary>One thing under several names and in two languages: the first of each line stands for it.</summary>
    private static readonly FrozenDictionary<string, string> Names = new string[][]
    {
        ["密度", "densiti"], ["能量", "energi"], ["纯度", "puriti"], ["效率", "effici"], ["收率", "产率", "yield"], ["温度", "temperatur"], ["压力", "压强", "pressur"], ["功率", "power"],
        ["厚度", "厚", "thick"], ["直径", "diamet"], ["孔径", "bore"], ["粒径", "粒度"], ["长度", "length"], ["寿命", "life", "lifetim"], ["循环", "cycl"], ["精度", "准确率", "accuraci", "precis"],
        ["浓度", "concentr"], ["含量", "content"], ["容量", "capac"], ["重量", "自重", "weight"], ["功耗", "consumpt"], ["电压", "voltag"], ["电流", "current"], ["强度", "strength"],
        ["灵敏度", "sensit"], ["分辨率", "resolut"], ["延时", "时延", "延迟", "latenc", "delai"], ["速度", "speed"], ["频率", "frequenc"], ["选择性", "select"], ["转化率", "convers"], ["保持率", "retent"],
        ["去除率", "remov"], ["回收率", "recoveri"], ["误差", "error"], ["电导率", "conduct"], ["损伤率", "伤果率"], ["抖动", "jitter"], ["启动", "start"],
    }.SelectMany(names => names.Select(name => (name, names[0]))).ToFrozenDictionary(pair => pair.name, pair => pair.Item2);

    /// <summary>Make a measured thing of any word: 腹泻率, 载荷比.</summary>
    private const string Endings = "率度量值比数力";

    public static List<MeasuredWord> In(string key)
    {
        var words = new List<MeasuredWord>();
        foreach (var token in Words.In(key).Where(token => token.Kind is TokenKind.ChineseWord or TokenKind.Word))
        {
            var word = new MeasuredWord(token.TermIn(key).ToString(), token.Start, token.End);
            if (words.Count > 0 && words[^1] is var before && before.End == word.Start && AreOne(before.Term, word.Term))
            {
                words[^1] = new MeasuredWord(before.Term + word.Term, before.Start, word.End);
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static bool AreOne(string first, string second) =>
        second.Length == 1 && !Empty.Contains(first) && !Empty.Contains(second)
        && (first.Length == 1 || (Endings.Contains(second[0]) && Tokenizer.HanWidth(first, 0) > 0));

    /// <summary>Whether it may name what a value is of. A single character seldom does: 台, 套 and 人 are what is counted.</summary>
    public static bool Tells(MeasuredWord word) => (word.Term.Length > 1 || Names.ContainsKey(word.Term)) && !Empty.Contains(word.Term) && !word.Term.StartsWith('每');

    /// <summary>The name that stands for a thing of many names; the word itself for any other.</summary>
    public static string Common(string term) => Names.GetValueOrDefault(term, term);
}
