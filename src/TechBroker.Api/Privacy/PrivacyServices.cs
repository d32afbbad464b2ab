using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Privacy;

/// <summary>What people may ask of their own data.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<PersonalDataReading>()
        .AddSingleton<IValidator<PutMeBody>, PutMeValidator>()
        .AddSingleton<IValidator<DeleteMeBody>, DeleteMeValidator>()
        .AddSingleton<IValidator<DeleteUserBody>, DeleteUserValidator>()
        .AddSingleton<IValidator<MatchingObjectionBody>, MatchingObjectionValidator>();

    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.Group("/me").WithTags("me");
        PutMe.Map(me);
        DeleteMe.Map(me);
        GetMyData.Map(me);
        PostMatchingObjection.Map(me);
        DeleteUser.Map(api.Group("/users").WithTags("users"));
        GetPrivacy.Map(api);
    }
}
