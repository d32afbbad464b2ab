using System.Globalization;
using RabbitMQ.Client;

namespace TechBroker.Benchmarks.Peers;

/// <summary>The broker that all compared programs use, from the same settings as the program's own.</summary>
internal static class BrokerAddress
{
    public static string Host => Environment.GetEnvironmentVariable("Bus__Host") ?? "127.0.0.1";

    public static int Port => int.Parse(Environment.GetEnvironmentVariable("Bus__Port") ?? "5672", CultureInfo.InvariantCulture);

    public static ConnectionFactory Factory() => new() { HostName = Host, Port = Port };
}
