using TechBroker.Storage.Audit;

namespace TechBroker.IntegrationTests.Audit;

internal sealed class AuditKeyTests
{
    private string folder = null!;

    private string KeyFile => Path.Combine(folder, "keys", "audit.key");

    [SetUp]
    public void SetUp() => folder = Directory.CreateTempSubdirectory("techbroker-test-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Take_BySixteenAtOnce_MakesOneKeyForItsOwnerAlone()
    {
        using var together = new Barrier(16);
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return Convert.ToBase64String(AuditKey.InFolder(folder).Take());
            },
            TaskCreationOptions.LongRunning)));

        Assert.That(keys.Distinct().Count(), Is.EqualTo(1));
        Assert.That(File.ReadAllText(KeyFile).Trim(), Is.EqualTo(keys[0]));
        Assert.That(Directory.GetFiles(Path.Combine(folder, "keys")), Has.Length.EqualTo(1), "no draft is left");
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(KeyFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(File.GetUnixFileMode(Path.Combine(folder, "keys")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }
    }

    [TestCase("")]
    [TestCase("c2hvcnQ=")]
    [TestCase("not base64 at all, but long enough for thirty-two")]
    public void Take_FileHoldsNoKey_IsRefusedAndTheFileStays(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, text);
        Assert.That(() => AuditKey.InFolder(folder).Take(), Throws.TypeOf<AuditKeyException>().With.Message.Contains(KeyFile));
        Assert.That(File.ReadAllText(KeyFile), Is.EqualTo(text));
    }

    [TestCase(null, null)]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", null)]
    [TestCase("AAAA", "Audit:Key")]
    [TestCase("secret", "Audit:Key")]
    [TestCase("", "Audit:Key")]
    public void Fault_OfAConfiguredKey_NamesTheSettingAndNotTheValue(string? key, string? word)
    {
        var fault = new AuditOptions { Key = key }.Fault();
        Assert.That(fault, word is null ? Is.Null : Does.Contain(word));
        Assert.That(fault ?? "", Does.Not.Contain("secret"));
    }

    [Test]
    public void KeyFor_ConfiguredKey_NeedsNoFile()
    {
        var key = new AuditOptions { Key = Convert.ToBase64String(new byte[AuditKey.Bytes]) }.KeyFor(folder);
        Assert.That(key.Take(), Is.EqualTo(new byte[AuditKey.Bytes]));
        Assert.That(File.Exists(KeyFile), Is.False);
    }
}
