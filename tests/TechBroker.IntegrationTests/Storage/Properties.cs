using FsCheck;
using FsCheck.Fluent;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>Properties of code that awaits.</summary>
internal static class Properties
{
    public static void Hold<T>(Gen<T> values, int times, Func<T, Task> body) =>
        Prop.ForAll(values.ToArbitrary(), value => body(value).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>The body draws everything from a generator whose seed is the counterexample.</summary>
    public static void HoldForSeeds(int times, Func<Random, Task> body) =>
        Hold(Gen.Choose(0, int.MaxValue), times, seed => body(new Random(seed)));
}
