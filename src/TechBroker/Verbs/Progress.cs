using Spectre.Console;

namespace TechBroker.Verbs;

/// <summary>A progress bar on a terminal, and nothing where output goes to a file or a pipe.</summary>
internal static class Progress
{
    /// <param name="title">What is going on.</param>
    /// <param name="work">Reports how much is done of how much.</param>
    public static Task<T> ShowAsync<T>(string title, Func<Action<int, int>, Task<T>> work)
    {
        if (Console.IsOutputRedirected)
        {
            return work((_, _) => { });
        }

        return AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(title);
                var result = await work((done, all) => (bar.MaxValue, bar.Value) = (Math.Max(1, all), done));
                bar.Value = bar.MaxValue;
                return result;
            });
    }
}
