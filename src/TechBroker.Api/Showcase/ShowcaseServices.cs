using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Showcase;

/// <summary>First releases (橙果铺子) and the pictures of listings.</summary>
internal static class ShowcaseServices
{
    public static IServiceCollection AddShowcase(this IServiceCollection services) => services.AddSingleton<IValidator<PutFirstReleaseBody>, PutFirstReleaseValidator>();

    public static void MapListings(RouteGroupBuilder listings)
    {
        GetFirstRelease.Map(listings);
        PutFirstRelease.Map(listings);
        EndFirstRelease.Map(listings);
        GetPicture.Map(listings);
        PostPicture.Map(listings);
        DeletePicture.Map(listings);
    }
}
