using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using TechBroker.Workers;

namespace TechBroker.IntegrationTests.Support;

/// <summary>
/// A real RabbitMQ, of one node or three, on free ports and in a folder of its own, by deploy/rabbitmq/local.sh. One node is shared by all tests that
/// only want a virtual host to themselves; who kills nodes starts another.
/// </summary>
internal sealed class Broker : IAsyncDisposable
{
    private static readonly Lazy<Task<Broker>> Common = new(() => StartAsync());

    private readonly string folder = Directory.CreateTempSubdirectory("techbroker-rabbitmq-").FullName;
    private readonly Process guard;

    private Broker(int nodes)
    {
        (Nodes, Port) = (nodes, FreePorts(nodes));

        // Whatever ends this process, the broker goes with it.
        guard = Process.Start(new ProcessStartInfo("setsid", ["bash", "-c", "while kill -0 $1 2>/dev/null; do sleep 1; done; \"$2\" stop \"$3\"; rm -rf \"$3\"", "guard", $"{System.Environment.ProcessId}", Script, folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        })!;
    }

    public int Nodes { get; }

    /// <summary>Of the first node; the others' follow it.</summary>
    public int Port { get; }

    private static string Script => Path.Combine(Repository.Root, "deploy", "rabbitmq", "local.sh");

    /// <summary>The node that all tests share, started by whoever comes first.</summary>
    public static Task<Broker> SharedAsync()
    {
        SkipWithout();
        return Common.Value;
    }

    /// <summary>A broker of one's own.</summary>
    public static async Task<Broker> StartAsync(int nodes = 1)
    {
        SkipWithout();
        var broker = new Broker(nodes);
        await broker.RunAsync("start", $"{nodes}", broker.folder);
        return broker;
    }

    /// <summary>At the end of the run.</summary>
    public static ValueTask StopSharedAsync() => Common.IsValueCreated && Common.Value.IsCompletedSuccessfully ? Common.Value.Result.DisposeAsync() : default;

    /// <summary>A virtual host that nobody else uses.</summary>
    public async Task<string> AddVirtualHostAsync()
    {
        var name = $"test-{Guid.NewGuid():N}";
        await ControlAsync("add_vhost", name);
        await ControlAsync("set_permissions", "-p", name, "guest", ".*", ".*", ".*");
        return name;
    }

    /// <summary>Points the options to all nodes of this broker.</summary>
    public void Configure(BusOptions options, string virtualHost = "/") =>
        (options.Transport, options.Host, options.VirtualHost) = (BusOptions.RabbitMq, Hosts, virtualHost);

    /// <summary>The same as environment variables, for a process.</summary>
    public Dictionary<string, string> AsEnvironment(string virtualHost = "/") => new()
    {
        ["Bus__Transport"] = BusOptions.RabbitMq,
        ["Bus__Host"] = Hosts,
        ["Bus__VirtualHost"] = virtualHost,
    };

    /// <summary>A connection without the program in between.</summary>
    public Task<IConnection> ConnectAsync(string virtualHost = "/", int node = 1) =>
        new ConnectionFactory { HostName = "127.0.0.1", Port = Port + node - 1, VirtualHost = virtualHost }.CreateConnectionAsync();

    /// <summary>SIGKILL to a node.</summary>
    public Task KillAsync(int node = 1) => RunAsync("kill", $"{node}", folder);

    /// <summary>Starts a node that was killed or stopped, and waits until it is there.</summary>
    public Task UpAsync(int node = 1) => RunAsync("up", $"{node}", folder);

    /// <summary>The node's broker stops in good order; its Erlang machine stays.</summary>
    public Task StopAppAsync(int node = 1) => ControlAsync(node, "stop_app");

    public Task StartAppAsync(int node = 1) => ControlAsync(node, "start_app");

    /// <summary>SIGSTOP: it neither answers nor closes its connections.</summary>
    public Task SuspendAsync(int node = 1) => Signals.SendAsync("STOP", Pid(node));

    public Task ResumeAsync(int node = 1) => Signals.SendAsync("CONT", Pid(node));

    /// <summary>rabbitmqctl at the first node.</summary>
    public Task<string> ControlAsync(params string[] arguments) => ControlAsync(1, arguments);

    /// <summary>rabbitmqctl at a node.</summary>
    public Task<string> ControlAsync(int node, params string[] arguments) => RunAsync(["ctl", $"{node}", folder, .. arguments]);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", folder);
        if (!guard.HasExited)
        {
            guard.Kill(entireProcessTree: true);
        }

        guard.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Hosts => string.Join(',', Enumerable.Range(Port, Nodes).Select(port => $"127.0.0.1:{port}"));

    private int Pid(int node) => int.Parse(File.ReadAllText(Path.Combine(folder, $"rmq{node}.pid")));

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = $"{Port}";

        // How often a quorum queue counts its messages, in milliseconds; five seconds as a rule, which tests would wait for.
        start.Environment["ERL_ARGS"] = "-rabbit quorum_tick_interval 1000";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new AssertionException($"local.sh {string.Join(' ', arguments)}: {await output}{await error}");
    }

    private static void SkipWithout()
    {
        if (!Directory.Exists("/usr/lib/rabbitmq/bin"))
        {
            Assert.Ignore("RabbitMQ is not installed (apt-get install rabbitmq-server): no test with a real broker.");
        }
    }

    /// <summary>The first of as many ports in a row as there are nodes; local.sh takes those ten thousand above for the nodes among themselves.</summary>
    private static int FreePorts(int nodes)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var first = Random.Shared.Next(11_000, 21_000);
            if (Enumerable.Range(first, nodes).Concat(Enumerable.Range(first + 10_000, nodes + 1)).All(IsFree))
            {
                return first;
            }
        }

        throw new AssertionException("There are no free ports for a broker.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
