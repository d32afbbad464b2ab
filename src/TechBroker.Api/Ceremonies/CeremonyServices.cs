using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Ceremonies;

/// <summary>Signing ceremonies: what is signed there is recorded in one go and printed as a list.</summary>
internal static class CeremonyServices
{
    public static IServiceCollection AddCeremonies(this IServiceCollection services) => services
        .AddSingleton<ISigningKind, InvestmentSignings>()
        .AddSingleton<ISigningKind, DealSignings>()
        .AddSingleton<SigningRows>()
        .AddSingleton<IValidator<PostCeremonyBody>, PostCeremonyValidator>()
        .AddSingleton<IValidator<PostSigningsBody>, PostSigningsValidator>();

    public static void MapCeremonies(RouteGroupBuilder ceremonies)
    {
        PostCeremony.Map(ceremonies);
        GetCeremonies.Map(ceremonies);
        PostSignings.Map(ceremonies);
        GetSigningList.Map(ceremonies);
    }
}
