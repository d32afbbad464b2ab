using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>Counts the requests inside a server: one whose client is gone may run on.</summary>
internal sealed class RequestsUnderWay : IStartupFilter
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            Interlocked.Increment(ref count);
            try
            {
                await rest(context);
            }
            finally
            {
                Interlocked.Decrement(ref count);
            }
        });
        next(app);
    };
}
