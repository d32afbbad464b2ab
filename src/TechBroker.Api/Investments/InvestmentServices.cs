using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Investments;

/// <summary>Signings of investments and their figures, apart from those of contracts.</summary>
internal static class InvestmentServices
{
    public static IServiceCollection AddInvestments(this IServiceCollection services) => services
        .AddSingleton<InvestmentRecording>()
        .AddSingleton<IValidator<PostInvestmentBody>, PostInvestmentValidator>()
        .AddSingleton<IValidator<InvestmentReversalBody>, InvestmentReversalValidator>();

    public static void MapInvestments(RouteGroupBuilder investments)
    {
        PostInvestment.Map(investments);
        GetInvestments.Map(investments);
        ReverseInvestment.Map(investments);
    }

    public static void MapStatistics(RouteGroupBuilder statistics) => GetInvestmentFigures.Map(statistics);
}
