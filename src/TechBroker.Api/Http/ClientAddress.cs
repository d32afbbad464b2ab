using System.Net;
using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Http;

/// <summary>What limits count as one address: an IPv4 address, or the /64 of an IPv6 address, in which one customer has as many addresses as they like.</summary>
internal static class ClientAddress
{
    private const int PrefixBytes = 8;

    public static string GroupOf(HttpContext http) => GroupOf(http.Connection.RemoteIpAddress);

    public static string GroupOf(string address) => IPAddress.TryParse(address, out var parsed) ? GroupOf(parsed) : address;

    public static string GroupOf(IPAddress? address)
    {
        if (address is not { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 })
        {
            return address?.ToString() ?? "";
        }

        // A socket that takes both families shows IPv4 as ::ffff:a.b.c.d; the /64 of that would be all of IPv4.
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, PrefixBytes, bytes.Length - PrefixBytes);
        return $"{new IPAddress(bytes)}/64";
    }
}
