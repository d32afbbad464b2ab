namespace TechBroker.Matching.Indexing;

/// <summary>Keeps the k best of many: score falling, then id rising. The worst kept is on top of a heap.</summary>
internal sealed class BestOf<T>(int k)
{
    private readonly PriorityQueue<T, Place> heap = new();

    /// <summary>What has to be beaten, or reached with a smaller id; 0 until k are there.</summary>
    public double Threshold => heap.Count >= k && heap.TryPeek(out _, out var worst) ? worst.Score : 0;

    public void Offer(T candidate, double score, Guid id)
    {
        var place = new Place(score, id);
        if (heap.Count < k)
        {
            heap.Enqueue(candidate, place);
        }
        else if (heap.TryPeek(out _, out var worst) && place.CompareTo(worst) > 0)
        {
            heap.DequeueEnqueue(candidate, place);
        }
    }

    /// <summary>Empties itself, best first.</summary>
    public T[] TakeAll()
    {
        var taken = new T[heap.Count];
        for (var i = taken.Length - 1; i >= 0; i--)
        {
            taken[i] = heap.Dequeue();
        }

        return taken;
    }

    private readonly record struct Place(double Score, Guid Id) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            var byScore = Score.CompareTo(other.Score);
            return byScore != 0 ? byScore : other.Id.CompareTo(Id);
        }
    }
}
