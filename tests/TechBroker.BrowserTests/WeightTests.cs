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
        var sizes = new List<(string Path, Task<long> Bytes)>();
        visit.Page.RequestFinished += (_, request) => sizes.Add((new Uri(request.Url).PathAndQuery, SizeAsync(request)));
        await visit.OpenAsync("/");

        var weights = await Task.WhenAll(sizes.Select(async s => (s.Path, Bytes: await s.Bytes)));
        foreach (var (path, bytes) in weights.OrderByDescending(w => w.Bytes))
        {
            await TestContext.Out.WriteLineAsync($"{bytes,9:N0} {path}");
        }

        await TestContext.Out.WriteLineAsync($"{weights.Sum(w => w.Bytes),9:N0} in {weights.Length} answers");
        Assert.That(weights.Sum(w => w.Bytes), Is.InRange(50_000, Budget), "under 50,000 it would not be a page");
    }

    private static async Task<long> SizeAsync(Microsoft.Playwright.IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }
}
