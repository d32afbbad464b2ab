using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Notices;

namespace TechBroker.Api.Notices;

/// <summary>What people are told, and what leaves the house for it.</summary>
internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, WebhookOptions webhooks) => services
        .AddSingleton(webhooks).AddWebhookKeys()
        .AddSingleton<IValidator<NoticeSettingsBody>, NoticeSettingsValidator>()
        .AddSingleton<IValidator<PostWebhookBody>, PostWebhookValidator>();

    public static void Map(RouteGroupBuilder api)
    {
        GetNotices.Map(api.Group("/notices").WithTags("notices"));
        MyNoticeSettings.Map(api.Group("/me").WithTags("me"));
        Deliveries.Map(api.Group("/deliveries").WithTags("deliveries"));
        var webhooks = api.Group("/webhooks").WithTags("webhooks");
        Webhooks.Map(webhooks);
        Deliveries.MapOfWebhook(webhooks);
    }
}
