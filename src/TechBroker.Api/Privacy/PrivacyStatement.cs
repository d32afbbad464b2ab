using TechBroker.Domain;

namespace TechBroker.Api.Privacy;

/// <summary>What is true whatever the operator's settings: how matching works, and what a person may ask for.</summary>
internal static class PrivacyStatement
{
    public static readonly Text Title = new("个人信息处理说明", "How personal data are handled");

    /// <summary>PIPL art. 24.</summary>
    public static readonly Text Matching = new(
        "平台按文字内容、技术领域、成熟度、合作方式、价格、地区、知识产权和时间，为公开的成果和需求自动计算匹配程度，并给出每一项理由。匹配只用成果和需求的内容，不用个人的特征、行为或交易记录。"
        + "匹配结果只是建议：是否对接、成交，价格多少，均由人决定，任何决定都不单独由自动匹配作出。您可以反对对您本人（不属于任何单位）发布的内容进行自动匹配，也可以随时撤回反对；"
        + "反对后这些内容仍可查看和检索，也仍可由人撮合。单位的内容由单位决定。",
        "For listings and needs on the market the platform works out how well they fit, by their texts, field of technology, readiness, mode of cooperation, price, region, intellectual property and timing, and gives its reason for each. "
        + "It goes by what listings and needs say, never by traits, conduct or dealings of a person. A match is a suggestion: whether people meet, sign and at what price they decide themselves, and no decision is taken by matching alone. "
        + "You may object to the matching of what you posted yourself and for no organisation, and take that back at any time; it can still be read and searched, and brought together by people. What belongs to an organisation is its own to decide on.");

    public static readonly IReadOnlyList<(string Code, string Call, Text Title)> Rights =
    [
        ("access", "GET /api/v1/me/data", new("查阅平台持有的本人全部信息（第四十五条）", "See everything that is held about you (art. 45)")),
        ("copy", "GET /api/v1/me/data/export", new("复制、转移本人信息：下载为一个文件（第四十五条）", "Take a copy with you, as one file (art. 45)")),
        ("correction", "PUT /api/v1/me", new("更正姓名和邮箱（第四十六条）；其他信息请联系中心管理人员", "Correct name and e-mail address (art. 46); for anything else turn to the centre's administration")),
        ("erasure", "DELETE /api/v1/me", new("注销账号、删除本人信息（第四十七条）；也可请中心管理人员代办", "Delete your account (art. 47), or have the centre's administration do it")),
        ("matchingObjection", "POST /api/v1/me/matching-objection", new("反对自动匹配，或撤回反对（第二十四条、第四十四条）", "Object to automated matching, or take that back (art. 24 and 44)")),
        ("explanation", "GET /api/v1/listings/{id}/matches", new("查看每一项匹配的理由（第二十四条、第四十八条）", "See the reasons for each match (art. 24 and 48)")),
    ];
}
