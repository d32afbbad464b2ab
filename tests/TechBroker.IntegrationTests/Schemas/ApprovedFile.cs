using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Schemas;

/// <summary>A generated file that stands in the repository; set TECHBROKER_WRITE_SCHEMAS=1 to write it anew, then read the difference.</summary>
internal static class ApprovedFile
{
    public static void Check(string path, string generated)
    {
        var file = Path.Combine(Repository.Root, path);
        var text = generated.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("TECHBROKER_WRITE_SCHEMAS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.That(File.Exists(file) ? File.ReadAllText(file) : "", Is.EqualTo(text), $"{path} differs from the code; TECHBROKER_WRITE_SCHEMAS=1 writes it.");
    }
}
