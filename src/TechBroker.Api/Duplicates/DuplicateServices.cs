using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Duplicates;

/// <summary>Duplicates: merged by their owner, decided by the centre where two owners claim one thing.</summary>
internal static class DuplicateServices
{
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton<IValidator<DuplicateMergeBody>, DuplicateMergeValidator>()
        .AddSingleton<IValidator<DuplicateDismissBody>, DuplicateDismissValidator>()
        .AddSingleton<IValidator<DuplicateResolveBody>, DuplicateResolveValidator>();

    public static void Map(RouteGroupBuilder duplicates)
    {
        GetDuplicates.Map(duplicates);
        MergeDuplicate.Map(duplicates);
        UnmergeDuplicate.Map(duplicates);
        DismissDuplicate.Map(duplicates);
        ResolveDuplicate.Map(duplicates);
    }
}
