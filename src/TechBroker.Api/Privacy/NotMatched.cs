using TechBroker.Contracts.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Privacy;

/// <summary>What the poster reads on an item that is not matched, and how to change it.</summary>
internal static class NotMatched
{
    public static WarningBody Warning(bool english) => new()
    {
        Field = "matching",
        Code = "not-matched",
        Message = new Text(
            "您已反对自动匹配，此项内容可被查看和检索，但不会出现在任何人的匹配结果中；如需恢复，请撤回反对（POST /api/v1/me/matching-objection，objects: false）。",
            "You object to automated matching: this can be read and searched, but stands in nobody's matches. To change that, take the objection back (POST /api/v1/me/matching-objection with objects: false).").In(english),
    };
}
