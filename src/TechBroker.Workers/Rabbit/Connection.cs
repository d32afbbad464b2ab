using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MassTransit;
using RabbitMQ.Client;

namespace TechBroker.Workers.Rabbit;

/// <summary>How this program connects: the bus itself, and the watch that says what is wrong.</summary>
internal static class Connection
{
    // Short enough that a broker which hangs is noticed before a lease runs out.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Heartbeat = TimeSpan.FromSeconds(10);

    /// <param name="broker">What is configured.</param>
    /// <param name="options">Where the broker is.</param>
    /// <param name="open">Completes when the broker lets this program in. Refused once, MassTransit would never try again.</param>
    public static void Configure(IRabbitMqBusFactoryConfigurator broker, BusOptions options, Func<Task> open)
    {
        var first = options.Nodes[0];
        broker.Host(first.Host, (ushort)first.Port, options.VirtualHost, $"techbroker {Environment.ProcessId}", host =>
        {
            host.Username(options.Username);
            host.Password(options.Password);
            host.PublisherConfirmation = true;
            host.OnRefreshConnectionFactory = _ => open();
            host.Heartbeat(Heartbeat);
            host.RequestedConnectionTimeout(Patience);
            if (options.Nodes.Count > 1)
            {
                host.UseCluster(cluster => options.Nodes.ToList().ForEach(node => cluster.Node($"{node.Host}:{node.Port}")));
            }

            if (options.Tls)
            {
                host.UseSsl(ssl => Secure(ssl, options));
            }
        });
    }

    /// <summary>A connection that is given up at the first fault, and says which.</summary>
    public static Task<IConnection> OpenAsync(BusOptions options, CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            UserName = options.Username,
            Password = options.Password,
            VirtualHost = options.VirtualHost,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            RequestedHeartbeat = Heartbeat,
            ClientProvidedName = $"techbroker {Environment.ProcessId} watch",
        };
        return factory.CreateConnectionAsync([.. options.Nodes.Select(node => new AmqpTcpEndpoint(node.Host, node.Port, SslFor(options, node.Host)))], ct);
    }

    private static void Secure(IRabbitMqSslConfigurator ssl, BusOptions options)
    {
        ssl.Protocol = SslProtocols.None;
        ssl.ServerName = options.TlsServerName ?? options.Nodes[0].Host;
        ssl.Certificate = ClientCertificate(options);
        if (Authority(options) is { } validate)
        {
            ssl.CertificateValidationCallback = validate;
        }
    }

    private static SslOption SslFor(BusOptions options, string host)
    {
        var ssl = new SslOption { Enabled = options.Tls, Version = SslProtocols.None, ServerName = options.TlsServerName ?? host };
        if (options.Tls)
        {
            ssl.CertificateValidationCallback = Authority(options);
            ssl.Certs = ClientCertificate(options) is { } certificate ? [certificate] : null;
        }

        return ssl;
    }

    private static X509Certificate2? ClientCertificate(BusOptions options) =>
        options.TlsCertificateFile is { } file ? X509Certificate2.CreateFromPemFile(file, options.TlsKeyFile) : null;

    /// <summary>Trusts the operator's authority and nobody else, and still asks for the right name.</summary>
    private static RemoteCertificateValidationCallback? Authority(BusOptions options)
    {
        if (options.TlsCaFile is null)
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(options.TlsCaFile);
        return (_, certificate, _, errors) =>
        {
            if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            {
                return false;
            }

            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
            using var theirs = new X509Certificate2(certificate);
            return chain.Build(theirs);
        };
    }
}
