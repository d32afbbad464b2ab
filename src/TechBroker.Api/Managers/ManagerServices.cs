using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Managers;

/// <summary>Technology managers: profiles, the roster of the desks, absences.</summary>
internal static class ManagerServices
{
    public static IServiceCollection AddManagers(this IServiceCollection services) => services
        .AddSingleton<IValidator<PutManagerProfileBody>, PutManagerProfileValidator>()
        .AddSingleton<IValidator<PostShiftBody>, PostShiftValidator>()
        .AddSingleton<IValidator<PostAbsenceBody>, PostAbsenceValidator>();

    public static void Map(RouteGroupBuilder api)
    {
        var managers = api.Group("/managers").WithTags("managers");
        GetManagers.Map(managers);
        PutManagerProfile.Map(managers);
        ManagerShifts.Map(api);
        ManagerAbsences.Map(api);
    }
}
