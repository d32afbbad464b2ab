using Microsoft.Extensions.AI;
using TechBroker.Matching;
using TechBroker.Matching.Vectors;

namespace TechBroker.Embeddings;

/// <summary>
/// Term vectors from an endpoint. It is asked for the single words of published listings, never for a whole text and never for anything of a need.
/// What comes back becomes a file like any trained one, so that no score ever waits for the endpoint or depends on when it answered.
/// </summary>
internal static class EmbeddedTerms
{
    private const int AtOnce = 1_024;

    /// <returns>Null where the corpus is too small, as in training.</returns>
    /// <exception cref="EmbeddingsUnavailableException">The endpoint failed; what it has answered is kept for the next attempt.</exception>
    public static async Task<TermVectors?> TrainAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, string model, IReadOnlyList<MarketItem> listings, TextParameters text, DateOnly day, Action<int, int> report, CancellationToken ct)
    {
        if (Vocabulary.Of(listings, text) is not { } vocabulary)
        {
            return null;
        }

        var vectors = new List<float[]>();
        foreach (var some in vocabulary.Terms.Chunk(AtOnce))
        {
            vectors.AddRange((await generator.GenerateAsync(some, cancellationToken: ct)).Select(embedding => embedding.Vector.ToArray()));
            report(vectors.Count, vocabulary.Terms.Length);
        }

        return vectors.TrueForAll(vector => vector.Length == vectors[0].Length)
            ? VectorTraining.OfEmbedded(vocabulary, vectors, model, day)
            : throw new EmbeddingsUnavailableException("It answered with vectors of different lengths; delete the cache if the model was changed.");
    }
}
