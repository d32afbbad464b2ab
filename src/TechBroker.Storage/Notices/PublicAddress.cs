using System.Net;
using System.Net.Sockets;

namespace TechBroker.Storage.Notices;

/// <summary>Which addresses are on the public internet: whoever names a webhook must not reach what only this machine can.</summary>
public static class PublicAddress
{
    // The special-purpose registries of IANA (RFC 6890 and its updates). 100.64.0.0/10 holds the metadata services of some clouds.
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of what is global unicast: protocol assignments with Teredo, documentation, and 6to4, which hides an IPv4 address.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork
            ? !Special4.Any(n => n.Contains(plain))
            : Global6.Contains(plain) && !Special6.Any(n => n.Contains(plain));
    }

    /// <param name="address">Of a name, as it was resolved for this connection.</param>
    /// <param name="allowed">Networks that the operator opened.</param>
    public static bool MayConnect(IPAddress address, IEnumerable<IPNetwork> allowed)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsPublic(plain) || allowed.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));
    }

    /// <summary>An address that may be called: https (or http where allowed), a host, no user, no fragment.</summary>
    public static bool IsTarget(string? url, bool allowHttp) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || (allowHttp && uri.Scheme == "http"))
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0;
}
