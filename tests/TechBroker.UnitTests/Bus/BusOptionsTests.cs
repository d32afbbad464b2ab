using TechBroker.Workers;

namespace TechBroker.UnitTests.Bus;

internal sealed class BusOptionsTests
{
    [Test]
    public void Fault_Defaults_AreRight() => Assert.Multiple(() =>
    {
        Assert.That(new BusOptions().Fault(), Is.Null);
        Assert.That(Rabbit(_ => { }).Fault(), Is.Null);
    });

    [TestCase("Bus:Host", "")]
    [TestCase("Bus:Host", "a b")]
    [TestCase("Bus:Host", "a:0")]
    [TestCase("Bus:VirtualHost", "")]
    [TestCase("Bus:Username", "")]
    [TestCase("Bus:Password", "")]
    [TestCase("Bus:TlsCaFile", "/no/such/file")]
    public void Fault_WrongText_NamesTheKey(string key, string value) => Assert.That(
        Rabbit(o =>
        {
            o.Tls = true;
            typeof(BusOptions).GetProperty(key[4..])!.SetValue(o, value);
        }).Fault(),
        Does.Contain(key));

    [TestCase("Port", 0)]
    [TestCase("Prefetch", 0)]
    [TestCase("Concurrency", 65)]
    [TestCase("DeliveryLimit", 0)]
    [TestCase("PublishBatch", 1_001)]
    [TestCase("ConfirmSeconds", 0)]
    [TestCase("LeaseSeconds", 2)]
    [TestCase("UnknownTypeMinutes", 0)]
    public void Fault_WrongNumber_NamesTheKeyAndTheValue(string key, int value) =>
        Assert.That(Rabbit(o => typeof(BusOptions).GetProperty(key)!.SetValue(o, value)).Fault(), Does.StartWith($"Bus:{key} is {value};"));

    [Test]
    public void Fault_HalfOfTls_NamesTheOtherHalf() => Assert.Multiple(() =>
    {
        Assert.That(Rabbit(o => o.TlsServerName = "rabbit").Fault(), Does.StartWith("Bus:Tls is false"));
        Assert.That(Rabbit(o => (o.Tls, o.TlsCertificateFile) = (true, "client.pem")).Fault(), Does.Contain("Bus:TlsKeyFile"));
    });

    [Test]
    public void Nodes_OfACluster_HaveThePortTheyNameOrTheCommonOne() => Assert.Multiple(() =>
    {
        Assert.That(Rabbit(o => o.Host = "a, b:5673").Nodes, Is.EqualTo(new[] { ("a", 5672), ("b", 5673) }));
        Assert.That(Rabbit(o => (o.Host, o.Tls) = ("a", true)).Nodes, Is.EqualTo(new[] { ("a", 5671) }));
        Assert.That(Rabbit(o => (o.Host, o.Port) = ("a,b", 1234)).Nodes, Is.EqualTo(new[] { ("a", 1234), ("b", 1234) }));
    });

    [Test]
    public void ToString_Always_LeavesThePasswordOut() => Assert.That(Rabbit(o => o.Password = "canary").ToString(), Does.Not.Contain("canary"));

    private static BusOptions Rabbit(Action<BusOptions> change)
    {
        var options = new BusOptions { Transport = BusOptions.RabbitMq };
        change(options);
        return options;
    }
}
