namespace TechBroker.IntegrationTests.Storage;

/// <summary>Titles that match as a test wants them to.</summary>
internal static class Words
{
    private static readonly string[] Syllables = ["ka", "be", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"];

    private static readonly string[] Topics =
    [
        "质子交换膜电解水制氢", "光学骨折复位机器人", "裸眼三维光场显示", "低轨卫星通信终端", "高温超导磁体", "生物基材料发酵", "存算一体人工智能芯片", "无人驾驶矿用卡车",
    ];

    /// <summary>A title that shares its one word with nothing but the title of the same number.</summary>
    public static string Unique(int number) => "zun" + string.Concat($"{number:D5}".Select(digit => Syllables[digit - '0']));

    /// <summary>Two of a few topics, so that many titles share words and few are equal.</summary>
    public static string Mixed(Random random) => $"{Topics[random.Next(Topics.Length)]}与{Topics[random.Next(Topics.Length)]}技术";
}
