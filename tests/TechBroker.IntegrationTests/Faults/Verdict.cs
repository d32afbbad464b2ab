namespace TechBroker.IntegrationTests.Faults;

/// <summary>What became of everything that was acknowledged; each line is one case, in words.</summary>
internal sealed record Verdict
{
    public int Posts { get; set; }

    /// <summary>Pairs of which both ends were acknowledged.</summary>
    public int Pairs { get; set; }

    public List<string> Lost { get; } = [];

    public List<string> Doubled { get; } = [];

    public List<string> Stuck { get; } = [];

    /// <summary>Taken out of the flow with a reason; of nothing that was acknowledged.</summary>
    public List<string> Parked { get; } = [];

    public bool IsClean => Lost.Count + Doubled.Count + Stuck.Count == 0;

    public override string ToString() =>
        $"{Posts} posts, {Pairs} pairs: {Lost.Count} lost, {Doubled.Count} doubled, {Stuck.Count} stuck{string.Concat(Lost.Concat(Doubled).Concat(Stuck).Take(10).Select(l => $"\n  {l}"))}";
}
