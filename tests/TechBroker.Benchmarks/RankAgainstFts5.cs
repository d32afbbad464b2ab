namespace TechBroker.Benchmarks;

/// <summary>
/// B1: the best 10 listings for a need of 300 Chinese characters, exactly. This engine ranks with all scorers and reasons; FTS5 orders by
/// bm25 over the same tokens. Interleaved, and this engine's answer is first compared with scoring every pair.
/// </summary>
internal static class RankAgainstFts5
{
    private const int Top = 10, Rounds = 7, NeedLength = 300, Needs = 5;

    public static async Task<int> RunAsync(int[] sizes)
    {
        Measure.PrintMachine();
        foreach (var size in sizes)
        {
            await RunAsync(size);
        }

        return 0;
    }

    private static async Task RunAsync(int size)
    {
        var corpus = new Corpus(seed: 1);
        var listings = Enumerable.Range(0, size).Select(_ => corpus.Item(Side.Listing, 300)).ToList();
        var needs = Enumerable.Range(0, Needs).Select(_ => corpus.Item(Side.Need, NeedLength)).ToList();
        var index = new MarketIndex(MatchingParameters.Default);
        var build = Measure.Milliseconds(() => listings.ForEach(index.Put));
        needs.ForEach(index.Put);
        CheckAgainstEveryPair(index, listings, needs[0]);

        await using var fts = new Fts5(listings);
        var queries = needs.Select(fts.Query).ToList();
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(Measure.Milliseconds(() => needs.ForEach(n => index.Rank(Side.Need, n.Id, Top))) / Needs);
            theirs.Add(Measure.Milliseconds(() => queries.ForEach(q => fts.Best(q, Top))) / Needs);
        }

        var (a, b) = (Measure.Quantile(ours, 0.5), Measure.Quantile(theirs, 0.5));
        Measure.Print($"B1 {size:N0} listings, need of {NeedLength} characters, top {Top}, median of {Rounds} rounds over {Needs} needs:");
        Measure.Print($"  TechBroker  {a:0.000} ms ({ours.Min():0.000}-{ours.Max():0.000}), all scorers and reasons; index built in {build / 1000:0.0} s");
        Measure.Print($"  FTS5 bm25   {b:0.000} ms ({theirs.Min():0.000}-{theirs.Max():0.000})");
        Measure.Print($"  ratio       {b / a:0.0} x");
    }

    private static void CheckAgainstEveryPair(MarketIndex index, List<MarketItem> listings, MarketItem need)
    {
        var ranked = index.Rank(Side.Need, need.Id, Top).Select(m => m.ListingId);
        var brute = listings.Select(l => index.Score(l.Id, need.Id)!).Where(m => m.Score > 0)
            .OrderByDescending(m => m.Score).ThenBy(m => m.ListingId).Take(Top).Select(m => m.ListingId);
        if (!ranked.SequenceEqual(brute))
        {
            throw new InvalidOperationException("The ranking differs from scoring every pair.");
        }
    }

    /// <summary>FTS5 over this engine's own terms, each written as one ASCII word.</summary>
    private sealed class Fts5 : IAsyncDisposable
    {
        private readonly SqliteConnection connection = new("Data Source=:memory:");
        private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
        private readonly TermAnalyzer analyzer = new(MatchingParameters.Default.Text);
        private readonly SqliteCommand select;

        public Fts5(List<MarketItem> listings)
        {
            connection.Open();
            using var create = connection.CreateCommand();
            create.CommandText = "CREATE VIRTUAL TABLE listing USING fts5(terms, content='', tokenize='ascii')";
            create.ExecuteNonQuery();
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO listing (rowid, terms) VALUES ($id, $terms)";
            var (id, terms) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$terms", SqliteType.Text));
            for (var i = 0; i < listings.Count; i++)
            {
                (id.Value, terms.Value) = (i + 1, string.Join(' ', Words(listings[i])));
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            select = connection.CreateCommand();
            select.CommandText = "SELECT rowid FROM listing WHERE listing MATCH $query ORDER BY rank LIMIT $top";
            select.Parameters.Add("$query", SqliteType.Text);
            select.Parameters.Add("$top", SqliteType.Integer);
        }

        public string Query(MarketItem need) => string.Join(" OR ", Words(need));

        public int Best(string query, int top)
        {
            (select.Parameters[0].Value, select.Parameters[1].Value) = (query, top);
            using var reader = select.ExecuteReader();
            var rows = 0;
            while (reader.Read())
            {
                rows++;
            }

            return rows;
        }

        public async ValueTask DisposeAsync()
        {
            await select.DisposeAsync();
            await connection.DisposeAsync();
        }

        private IEnumerable<string> Words(MarketItem item) => analyzer.Analyze(item).Terms.Select(term =>
        {
            if (!words.TryGetValue(term, out var number))
            {
                words.Add(term, number = words.Count);
            }

            return $"t{number}";
        });
    }
}
