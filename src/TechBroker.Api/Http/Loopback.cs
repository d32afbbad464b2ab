using System.Net;

namespace TechBroker.Api.Http;

/// <summary>Names of this machine that only this machine can mean: localhost, 127.0.0.0/8 and [::1].</summary>
internal static class Loopback
{
    public static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
