using Microsoft.Extensions.DependencyInjection;

namespace TechBroker.Workers.Notices;

internal static class NoticeServices
{
    /// <summary>The writer always; the senders of what is switched on.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services, NoticeOptions options)
    {
        services.AddSingleton(options).AddSingleton<NoticeWriting>().AddSingleton<NoticeRun>().AddSingleton<DeliveryLoop>();
        services.AddSingleton(_ => new PublicOnlyHttp(options.Webhooks));
        if (options.Mail.Enabled)
        {
            services.AddHostedService<MailSender>();
        }

        if (options.Webhooks.Enabled)
        {
            services.AddHostedService<WebhookSender>();
        }

        if (options.Robots.Count > 0)
        {
            services.AddHostedService<RobotSender>();
        }

        return services;
    }
}
