using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace TechBroker.Api.Http;

/// <summary>Whom to believe about the client's address, scheme and host: the proxies that the operator names, and nobody else.</summary>
internal static class TrustedProxies
{
    /// <summary>The first entry that is neither an address nor a network, or null.</summary>
    public static string? Wrong(IEnumerable<string> proxies) => proxies.FirstOrDefault(p => !IPAddress.TryParse(p, out _) && !System.Net.IPNetwork.TryParse(p, out _));

    public static void UseTrustedProxies(this IApplicationBuilder app, ApiOptions options)
    {
        if (options.TrustedProxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,

            // Back along the chain as far as it is trusted; the first address that is not is the client.
            ForwardLimit = null,
        };

        // This machine is trusted by default, where any local process could then say who it is.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(forwarded);
    }
}
