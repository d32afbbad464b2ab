using System.Net;
using Microsoft.AspNetCore.Http;
using TechBroker.Api;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>It reads the heap of the whole process, which servers of other fixtures would fill meanwhile.</summary>
[NonParallelizable]
internal sealed class LimitMemoryTests
{
    [Test]
    public async Task Memory_AfterManyAddresses_IsGivenBack()
    {
        using var limiter = RequestLimits.ByAddress(new ApiOptions());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 50_000; i++)
        {
            var http = new DefaultHttpContext();
            http.Connection.RemoteIpAddress = new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]);
            limiter.AttemptAcquire(http).Dispose();
        }

        var full = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.That(full, Is.GreaterThan(5_000_000), "there is something to give back");

        // The framework lets go of what was idle for ten seconds; of the dictionary only the entries go, so not all comes back.
        await Eventually.BecomesAsync(() => Task.FromResult(GC.GetTotalMemory(forceFullCollection: true) - before < full / 3), "the buckets to be dropped", seconds: 60);
        GC.KeepAlive(limiter);
    }
}
