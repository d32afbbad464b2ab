using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Deploy;

/// <summary>What no engine here can run is at least read: YAML parses, every setting exists, every figure that the dashboard shows is measured.</summary>
internal sealed partial class DeployFileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".jsonl", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> YamlFiles => Files.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal));

    [TestCaseSource(nameof(Files))]
    public void Setting_NamedInAFile_Exists(string file)
    {
        var unknown = Setting().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(m => m.Value).Distinct().Where(s => !Exists(typeof(Settings), s.Split("__")));
        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void Setting_ThatIsNone_IsNotTakenForOne()
    {
        Assert.That(Exists(typeof(Settings), ["Workers", "Enabled"]), Is.True);
        Assert.That(Exists(typeof(Settings), ["Workers", "Enable"]), Is.False);
        Assert.That(Exists(typeof(Settings), ["Robots", "0", "Url"]), Is.True);
    }

    [TestCaseSource(nameof(YamlFiles))]
    public void Yaml_OfEachFile_Parses(string file)
    {
        var (code, output) = Run("python3", "-c", "import sys, yaml; list(yaml.safe_load_all(open(sys.argv[1], encoding='utf-8')))", Path.Combine(Folder, file));
        Assume.That(output, Does.Not.Contain("No module named"), "Debian's python3-yaml is not installed.");
        Assert.That(code, Is.Zero, output);
    }

    [Test]
    public void Haproxy_Configuration_IsValid()
    {
        Assume.That(File.Exists("/usr/sbin/haproxy"), "Debian's haproxy is not installed.");
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Read("compose/haproxy.cfg").Replace("api1:8080", "127.0.0.1:1", StringComparison.Ordinal).Replace("api2:8080", "127.0.0.1:2", StringComparison.Ordinal));

        var (code, output) = Run("/usr/sbin/haproxy", "-c", "-f", file);

        File.Delete(file);
        Assert.That(code, Is.Zero, output);
    }

    [Test]
    public void Compose_EachVariable_StandsInTheExample()
    {
        var example = Read("compose/.env.example").Split('\n').Where(l => l.Contains('=', StringComparison.Ordinal) && l[0] != '#').Select(l => l.Split('=')[0]);
        Assert.That(Variable().Matches(Read("compose/compose.yaml")).Select(m => m.Groups[1].Value).Distinct(), Is.EquivalentTo(example));
    }

    [Test]
    public void Image_WhereverItIsNamed_IsThisVersion()
    {
        var version = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        var images = Files.SelectMany(f => Image().Matches(Read(f))).Select(m => m.Value).Distinct();
        Assert.That(images, Is.EqualTo(new[] { $"techbroker:{version}" }));
    }

    [Test]
    public async Task Dashboard_EachFigure_IsMeasured()
    {
        // As Prometheus names what comes by OTLP: dots become underscores, then the unit, then _total; annotations in braces are dropped.
        var names = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.UnionWith(NamesOf(instrument)) };
        listener.Start();
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(TechBroker.Storage.Telemetry.Instruments).TypeHandle);
        await using var server = await TestServer.StartAsync();

        var expressions = JsonElement.Parse(Read("grafana/techbroker.json")).GetProperty("panels").EnumerateArray()
            .SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!).ToList();

        var shown = expressions.SelectMany(e => Figure().Matches(e)).Select(m => m.Value).Distinct().ToList();
        Assert.That(shown, Has.Count.GreaterThan(20));
        Assert.That(shown.Where(s => !names.Contains(s)), Is.Empty);
    }

    private static IEnumerable<string> NamesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        return instrument.GetType().Name.Split('`')[0] switch
        {
            "Counter" or "ObservableCounter" => [name + "_total"],
            "Histogram" => [name + "_bucket", name + "_sum", name + "_count"],
            _ => [name],
        };
    }

    private static bool Exists(Type type, ReadOnlySpan<string> path)
    {
        if (path.Length == 0)
        {
            return true;
        }

        if (type == typeof(Settings) && path is ["ConnectionStrings", "TechBroker"])
        {
            return true;
        }

        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return int.TryParse(path[0], out _) && Exists(type.GetGenericArguments()[0], path[1..]);
        }

        var property = type.GetProperty(path[0], BindingFlags.Public | BindingFlags.Instance);
        return property is { CanWrite: true } && (path.Length == 1 || Exists(property.PropertyType, path[1..]));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(__[A-Za-z0-9]+)+\b")]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<!\$)\$\{([A-Z_]+)[:}]")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<![\w.])techbroker:\d+\.[\w.]*")]
    private static partial Regex Image();

    [GeneratedRegex(@"\b(techbroker|http_server|dotnet)_[a-z_]+")]
    private static partial Regex Figure();
}
