using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Accounts;
using TechBroker.Storage.Notices;

namespace TechBroker.Api.Notices;

/// <summary>Secrets of webhooks, encrypted with this installation's keys and bound to their webhook.</summary>
internal static class WebhookKeys
{
    public static IDataProtector Protector(IDataProtectionProvider protection, Guid webhookId) => protection.CreateProtector("TechBroker.Webhook", webhookId.ToString("D"));

    /// <summary>What it takes to open them, with or without a server.</summary>
    public static IServiceCollection AddWebhookKeys(this IServiceCollection services) => services.AddProtectionKeys()
        .AddSingleton(p => new WebhookSecrets((id, secret) => Protector(p.GetRequiredService<IDataProtectionProvider>(), id).Unprotect(secret)));
}
