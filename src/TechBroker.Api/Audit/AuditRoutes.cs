using Microsoft.AspNetCore.Routing;

namespace TechBroker.Api.Audit;

/// <summary>The audit record, for those who run the centre.</summary>
internal static class AuditRoutes
{
    public static void Map(IEndpointRouteBuilder audit)
    {
        GetAudit.Map(audit);
        ExportAudit.Map(audit);
        GetAuditHead.Map(audit);
    }
}
