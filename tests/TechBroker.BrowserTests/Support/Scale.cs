using Microsoft.Playwright;

namespace TechBroker.BrowserTests.Support;

/// <summary>What comes over the wire while it is there: bodies as they are sent, compressed, and headers.</summary>
internal sealed class Scale : IDisposable
{
    private readonly IPage page;
    private readonly List<(string Path, Task<long> Bytes)> answers = [];

    public Scale(IPage page)
    {
        this.page = page;
        page.RequestFinished += Add;
    }

    /// <summary>Each answer with its bytes, the heaviest first.</summary>
    public async Task<IReadOnlyList<(string Path, long Bytes)>> ReadAsync()
    {
        var read = await Task.WhenAll(answers.ToArray().Select(async a => (a.Path, Bytes: await a.Bytes)));
        return [.. read.OrderByDescending(a => a.Bytes)];
    }

    public void Dispose() => page.RequestFinished -= Add;

    private void Add(object? sender, IRequest request) => answers.Add((new Uri(request.Url).PathAndQuery, SizeAsync(request)));

    private static async Task<long> SizeAsync(IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }
}
