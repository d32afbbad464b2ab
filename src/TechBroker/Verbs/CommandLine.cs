using System.CommandLine;

namespace TechBroker.Verbs;

/// <summary>Runs a command line. Exit codes: 0 done, 1 failed, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0, Failed = 1, WrongUsage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See techbroker --help.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongUsage;
        }
        catch (FailedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder that may not be written, a file that is no database: the operator's to mend, not a fault to trace.
            await Console.Error.WriteLineAsync($"The data cannot be used: {e.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
    }
}

/// <summary>The command cannot be carried out as it was written; the message is one sentence with the remedy.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The command was right and could not be carried out; the message is one sentence with the remedy.</summary>
internal sealed class FailedException(string message) : Exception(message);
