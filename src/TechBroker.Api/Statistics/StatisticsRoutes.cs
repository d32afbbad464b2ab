using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TechBroker.Api.Statistics;

/// <summary>Figures for the people of the centre. All are worked out anew from the record; nothing is kept that could differ from it.</summary>
internal static class StatisticsRoutes
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddSingleton<StatisticExport>();

    public static void Map(RouteGroupBuilder statistics)
    {
        GetRegionFlow.Map(statistics);
        GetContractStatistics.Map(statistics);
        GetContractLines.Map(statistics);
        GetFunnel.Map(statistics);
        GetManagerStatistics.Map(statistics);
        GetMarketStatistics.Map(statistics);
    }
}
