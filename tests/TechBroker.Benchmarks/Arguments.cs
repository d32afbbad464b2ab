using System.Globalization;

namespace TechBroker.Benchmarks;

internal static class Arguments
{
    public static int[] Numbers(string[] given, params int[] otherwise) =>
        given.Length == 0 ? otherwise : [.. given.Select(g => int.Parse(g, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];

    public static int Usage()
    {
        Console.Error.WriteLine("""
            techbroker-bench b1 [LISTINGS…]         rank a long Chinese need: this engine against SQLite FTS5 and Xapian on the same tokens; and B3, its text score alone
            techbroker-bench b2 [NEEDS [LISTINGS]]  a new listing finds its place among stored needs, against asking every need again
            techbroker-bench b7 [LISTINGS…]         memory, time to rank and start of a worker, as the market grows
            techbroker-bench latency [LISTINGS]     HTTP 201 to the match being visible, one poster
            techbroker-bench throughput [POSTS]     posts accepted and matched in a second, 64 clients
            techbroker-bench statistics [CONTRACTS] every statistic's queries on a made ledger, against adding up all lines in the process
            techbroker-bench dispatch [PROPOSALS]   proposals among 1,000 managers: this dispatcher, round robin and chance; and the sweep on a database
            techbroker-bench b4 [POSTS]             posted, durable, matched and visible over RabbitMQ: this program, a raw client without outbox, plain MassTransit
            techbroker-bench b5 [ROWS]              outbox rows onto RabbitMQ: the relay, and one row at a time
            techbroker-bench b6 [POSTS]             what a post takes with the broker there and away
            techbroker-bench ranking DIR [FILE]     the ranking sets in DIR (bdci359, nsfc, patent-phrase) with the shipped parameters or a file's
            techbroker-bench coverage DIR [LEVEL]   who gets a proposal, with and without a limit on listings (DIR has needs.jsonl, listings.jsonl)
            techbroker-bench ablation DIR           the same with each part taken away in turn
            """);
        return 2;
    }
}
