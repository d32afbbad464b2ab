namespace TechBroker.IntegrationTests.Support;

/// <summary>Waits for a condition, never for a time.</summary>
internal static class Eventually
{
    public static async Task BecomesAsync(Func<Task<bool>> condition, string what, int seconds = 90)
    {
        var deadline = DateTime.UtcNow.AddSeconds(seconds);
        while (!await condition())
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(deadline), $"Waited {seconds} s for {what}.");
            await Task.Delay(20);
        }
    }
}
