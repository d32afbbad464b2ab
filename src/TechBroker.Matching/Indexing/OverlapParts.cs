namespace TechBroker.Matching.Indexing;

/// <summary>A pair's overlap before scaling, by where it comes from.</summary>
internal readonly record struct OverlapParts(long Own, long Cross)
{
    /// <summary>0..1; 0 where there is no overlap.</summary>
    public double CrossShare => Cross == 0 ? 0 : (double)Cross / (Own + Cross);
}
