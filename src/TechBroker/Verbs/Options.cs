using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using TechBroker.Matching;
using TechBroker.Matching.Vectors;
using TechBroker.Storage;
using TechBroker.Workers;

namespace TechBroker.Verbs;

/// <summary>What several verbs share.</summary>
internal static class Options
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder of the database and of uploaded files; 'data' where absent." };

    public static readonly Option<string?> Parameters = new("--parameters") { Description = "Parameter file that fit wrote; those that come with the program where absent." };

    public static readonly Option<string?> Vectors = new("--vectors") { Description = "Vector file that train wrote, to grade with besides." };

    public static Option<FileInfo> InputFile(string name, string description, bool required = true) =>
        new Option<FileInfo>(name) { Description = description, Required = required }.AcceptExistingOnly();

    public static Option<string> OneOf(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    /// <exception cref="UsageException">The folder that a file is to be written to does not exist.</exception>
    public static void CheckFolderOf(string option, FileInfo? file)
    {
        if (file is { Directory.Exists: false })
        {
            throw new UsageException($"{option}: there is no folder {file.DirectoryName}.");
        }
    }

    /// <exception cref="UsageException">The file is none that this program can score with.</exception>
    public static MatchingParameters ParametersOf(string option, string? file)
    {
        if (file is null)
        {
            return MatchingParameters.Default;
        }

        var (parameters, fault) = ParameterFile.Read(file);
        return parameters ?? throw new UsageException($"{option} is '{file}': {fault}");
    }

    /// <exception cref="UsageException">The file is no vector file of this program.</exception>
    public static TermVectors? VectorsOf(string? file)
    {
        if (file is null)
        {
            return null;
        }

        var (vectors, fault) = VectorsOnDisk.Read(file);
        return vectors ?? throw new UsageException($"--vectors is '{file}': {fault}");
    }

    /// <summary>Environment variables, as in Storage__DataDirectory.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Alone, where messages go from hand to hand within this process; with others like it, where they go through a broker.</summary>
    /// <exception cref="FailedException">Another process holds the folder.</exception>
    public static ExclusiveUse TakeFolder(string dataDirectory, BusOptions bus) => (bus.IsDurable ? ExclusiveUse.TryShare(dataDirectory) : ExclusiveUse.TryTake(dataDirectory))
        ?? throw new FailedException($"Another techbroker process already works on {Path.GetFullPath(dataDirectory)}; stop it, or name another folder with --data.");

    /// <summary>Said before anything is started or loaded; a server that fails half-way up logs pages.</summary>
    /// <exception cref="FailedException">The address is taken or not this machine's.</exception>
    public static void CheckFree(Uri url)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? address : IPAddress.Loopback, url.Port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new FailedException($"--urls: {url.GetLeftPart(UriPartial.Authority)} cannot be listened on: {e.Message}. Stop what uses it, or name another address.");
        }
    }

    /// <summary>Says with which version scores are made, where an operator has chosen it.</summary>
    public static void TellParameters(MatchingOptions options, IServiceProvider services)
    {
        var files = new[] { options.Parameters, options.Vectors }.Where(file => !string.IsNullOrWhiteSpace(file)).ToList();
        if (files.Count > 0)
        {
            Console.WriteLine($"Matches with engine {services.GetRequiredService<MarketIndex>().EngineVersion} of {string.Join(" and ", files)}.");
        }
    }

    /// <exception cref="FailedException">The address is taken or not this machine's.</exception>
    public static async Task StartAsync(IHost host, CancellationToken ct)
    {
        try
        {
            await host.StartAsync(ct);
        }
        catch (IOException e)
        {
            throw new FailedException($"--urls: {e.Message}");
        }
    }
}
