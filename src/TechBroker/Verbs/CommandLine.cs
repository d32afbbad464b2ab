using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;

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
                await Console.Error.WriteLineAsync(Sentence(error));
            }

            await Console.Error.WriteLineAsync("See techbroker --help.");
            return WrongUsage;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            if (parsed.CommandResult.Command.Name is ServeVerb.Name or WorkerVerb.Name)
            {
                // These stop in their own order and time; the default would end the process after two seconds.
                configuration.ProcessTerminationTimeout = null;
            }

            return await parsed.InvokeAsync(configuration);
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (DbException e)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {e.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
    }

    /// <summary>The parser's own words about a value leave out what the value was given for.</summary>
    private static string Sentence(ParseError error)
    {
        var message = string.Join(' ', error.Message.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var name = error.SymbolResult switch
        {
            OptionResult option => option.Option.Name,
            ArgumentResult { Parent: OptionResult option } => option.Option.Name,
            ArgumentResult argument => argument.Argument.Name,
            _ => "",
        };
        return message.Contains(name, StringComparison.Ordinal) ? message : $"{name}: {message}";
    }
}

/// <summary>The command cannot be carried out as it was written; the message is one sentence with the remedy.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The command was right and could not be carried out; the message is one sentence with the remedy.</summary>
internal sealed class FailedException(string message) : Exception(message);
