using TechBroker.BrowserTests.Support;

namespace TechBroker.BrowserTests;

/// <summary>What the first page weighs on the wire.</summary>
internal sealed class WeightTests
{
    private const int Budget = 300_000;

    [Test]
    public async Task FirstPage_InBytesOnTheWire_StaysInItsBudget()
    {
        await using var visit = await Visit.BeginAsync(new Manner("zh"));
        using var scale = new Scale(visit.Page);
        await visit.OpenAsync("/");

        var answers = await scale.ReadAsync();
        foreach (var (path, bytes) in answers)
        {
            await TestContext.Out.WriteLineAsync($"{bytes,9:N0} {path}");
        }

        await TestContext.Out.WriteLineAsync($"{answers.Sum(a => a.Bytes),9:N0} in {answers.Count} answers");
        Assert.That(answers.Sum(a => a.Bytes), Is.InRange(50_000, Budget), "under 50,000 it would not be a page");
    }
}
