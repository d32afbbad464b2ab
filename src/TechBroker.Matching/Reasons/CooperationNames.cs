namespace TechBroker.Matching.Reasons;

internal static class CooperationNames
{
    public static string Of(string mode, bool chinese) => mode switch
    {
        "transfer" => chinese ? "技术转让" : "transfer",
        "licence" => chinese ? "技术许可" : "licence",
        "equity" => chinese ? "技术入股" : "technology as shares",
        "jointDevelopment" => chinese ? "合作开发" : "joint development",
        "commissionedDevelopment" => chinese ? "委托开发" : "commissioned development",
        "technicalService" => chinese ? "技术服务" : "technical service",
        "jointLaboratory" => chinese ? "共建实验室" : "joint laboratory",
        _ => mode,
    };
}
