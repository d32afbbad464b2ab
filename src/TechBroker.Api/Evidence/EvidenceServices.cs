using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Evidence;

namespace TechBroker.Api.Evidence;

/// <summary>Files that show what became of a contract.</summary>
internal static class EvidenceServices
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, EvidenceOptions options) => services
        .AddSingleton(options)
        .AddSingleton<EvidenceFiles>()
        .AddSingleton<ClamScanner>()
        .AddSingleton<IValidator<EvidenceWithdrawalBody>, EvidenceWithdrawalValidator>()
        .AddHostedService<ContentSweep>();

    public static void MapEvidence(RouteGroupBuilder deals)
    {
        PostEvidence.Map(deals);
        GetEvidence.Map(deals);
        DownloadEvidence.Map(deals);
        WithdrawEvidence.Map(deals);
    }
}
