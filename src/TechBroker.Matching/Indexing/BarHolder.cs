namespace TechBroker.Matching.Indexing;

/// <summary>The one thing of a need that changes while the need does not; packed or open, it is the same.</summary>
internal sealed class BarHolder
{
    private volatile Bar bar = Bar.None;

    public Bar Bar
    {
        get => bar;
        set => bar = value;
    }
}
