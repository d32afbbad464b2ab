using TechBroker.IntegrationTests.Support;
using TechBroker.Storage;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class ExclusiveUseTests
{
    private DirectoryInfo folder = null!;

    [SetUp]
    public void Create() => folder = Directory.CreateTempSubdirectory("techbroker-test-");

    [TearDown]
    public void Delete() => folder.Delete(recursive: true);

    [Test]
    public void TryTake_HeldAndLetGo_IsGivenToOneAtATime()
    {
        using (var first = ExclusiveUse.TryTake(folder.FullName))
        {
            Assert.That(first, Is.Not.Null);
            Assert.That(ExclusiveUse.TryTake(folder.FullName), Is.Null);
        }

        using var next = ExclusiveUse.TryTake(folder.FullName);
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task Serve_FolderOfAnotherProcess_EndsWithASentence()
    {
        using var held = ExclusiveUse.TryTake(folder.FullName);
        var thrown = await Assert.ThrowsAsync<AssertionException>(() => ServerProcess.StartAsync(folder.FullName));
        Assert.That(thrown!.Message, Does.Contain("Another techbroker process already works on").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Serve_FileThatIsNoDatabase_EndsWithASentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "techbroker.db"), new string('x', 8_192));
        var thrown = await Assert.ThrowsAsync<AssertionException>(() => ServerProcess.StartAsync(folder.FullName));
        Assert.That(thrown!.Message, Does.Contain("file is not a database").And.Not.Contain("   at "));
    }
}
