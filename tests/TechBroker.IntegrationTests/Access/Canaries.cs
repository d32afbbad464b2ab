using TechBroker.Domain.Needs;

namespace TechBroker.IntegrationTests.Access;

/// <summary>What hidden needs say. Outsiders guess some of the words; others nobody but the owner ever types, so wherever one turns up, it leaked.</summary>
internal static class Canaries
{
    public static readonly string[] Guessed = ["金丝雀", "zebracanary", "canary-term", "骨折复位机器人"];

    public static readonly string[] Silent = ["quietfinch", "默雀暗语", "muteowl", "哑鸮暗号", "7770001234", "8880004321"];

    public static object Before(Visibility visibility, bool publish) => new
    {
        title = "骨折复位机器人导航 金丝雀 quietfinch1",
        description = "锂离子电池电解液 zebracanary 默雀暗语 quietfinch2，骨科手术。",
        keywords = new[] { "金丝雀", "quietfinch3", "骨折复位机器人" },
        fields = new[] { "industries:C39", "canary-term", "quietfinch4" },
        minTrl = 6,
        cooperationModes = new[] { "licence" },
        regionCode = "110108",
        budget = new { currency = "CNY", minorUnits = 7770001234L },
        deadline = "2031-03-14",
        visibility = visibility.ToString().ToLowerInvariant(),
        blindSummary = visibility is Visibility.Blind ? "求购某种机器人" : "默雀暗语 quietfinch5",
        publish,
    };

    /// <summary>Of a blind need what its notice shows stays.</summary>
    public static object After(Visibility visibility) => new
    {
        title = "锂离子电池电解液 muteowl1 金丝雀",
        description = "哑鸮暗号 zebracanary muteowl2，存算一体芯片，卫星通信终端。",
        keywords = new[] { "哑鸮暗号", "muteowl3" },
        fields = visibility is Visibility.Blind ? ["industries:C39", "canary-term", "quietfinch4"] : new[] { "industries:C26", "muteowl4" },
        minTrl = 2,
        cooperationModes = new[] { "transfer", "equity" },
        regionCode = visibility is Visibility.Blind ? "110108" : "310115",
        budget = new { currency = "USD", minorUnits = 8880004321L },
        deadline = "2032-09-09",
        visibility = visibility.ToString().ToLowerInvariant(),
        blindSummary = visibility is Visibility.Blind ? "求购某种机器人" : "哑鸮暗号 muteowl5",
    };
}
