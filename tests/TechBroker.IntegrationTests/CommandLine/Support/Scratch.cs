namespace TechBroker.IntegrationTests.CommandLine.Support;

/// <summary>A folder for the files of one test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("techbroker-test-").FullName;

    public string Path(string name) => System.IO.Path.Combine(root, name);

    public string Folder(string name) => Directory.CreateDirectory(Path(name)).FullName;

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
