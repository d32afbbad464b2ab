using System.Buffers;

namespace TechBroker.Matching.Lexicons;

/// <summary>
/// Cuts a run of Chinese into words: of all ways to cut it the one whose words are the most probable together, by their frequencies in the
/// dictionary. In whole numbers, so that it comes out the same everywhere; of two equal ways the one with the longer first word.
/// </summary>
internal static class Segmentation
{
    /// <summary>What a character that is no word costs: a little more than the rarest word.</summary>
    private const int Unknown = 12;

    /// <param name="run">Chinese characters only, simplified.</param>
    /// <param name="lengths">Where each word begins its length in UTF-16 units, elsewhere 0. At least as long as the run.</param>
    public static void Cut(ReadOnlySpan<char> run, Span<byte> lengths)
    {
        var lexicon = Lexicon.Shared;
        var rented = ArrayPool<int>.Shared.Rent(run.Length + 1);
        var costs = rented.AsSpan(0, run.Length + 1);
        costs[run.Length] = 0;
        for (var start = run.Length - 1; start >= 0; start--)
        {
            (costs[start], lengths[start]) = Best(lexicon, run, start, costs);
        }

        for (var start = 0; start < run.Length;)
        {
            var length = lengths[start];
            lengths.Slice(start + 1, length - 1).Clear();
            start += length;
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    private static (int Cost, byte Length) Best(Lexicon lexicon, ReadOnlySpan<char> run, int start, ReadOnlySpan<int> costs)
    {
        var most = Math.Min(run.Length - start, byte.MaxValue);
        var length = char.IsHighSurrogate(run[start]) && most > 1 ? 2 : 1;
        var best = (Cost: lexicon.LogOfAll + Unknown + costs[start + length], Length: (byte)length);
        var node = Trie.Root;
        for (length = 1; length <= most && (node = lexicon.Words.Next(node, run[start + length - 1])) != Trie.None; length++)
        {
            if (lexicon.LogFrequency(node) is var frequency and > 0)
            {
                var cost = lexicon.LogOfAll - frequency + costs[start + length];
                best = cost <= best.Cost ? (cost, (byte)length) : best;
            }
        }

        return best;
    }
}
