namespace TechBroker.BrowserTests.Support;

/// <summary>Where pictures of pages, and what was measured of them, are left for people to look at: in TECHBROKER_PICTURES, where somebody asks for them.</summary>
internal static class Pictures
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("TECHBROKER_PICTURES");

    public static bool AreWanted => Asked is not null;

    public static string Folder => Asked ?? Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures");
}
