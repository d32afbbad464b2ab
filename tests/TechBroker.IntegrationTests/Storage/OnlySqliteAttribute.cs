namespace TechBroker.IntegrationTests.Storage;

/// <summary>A store test that has no meaning on SQL Server.</summary>
/// <param name="because">Why.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnlySqliteAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}
