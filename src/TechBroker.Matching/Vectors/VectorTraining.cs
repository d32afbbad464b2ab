namespace TechBroker.Matching.Vectors;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990) of titles, keywords and summaries: terms that stand in the same listings get near vectors.
/// The truncated SVD comes from subspace iteration (Halko, Martinsson and Tropp 2011), whose cost grows with the corpus and not with its
/// square. The same corpus gives the same bytes. Takes listings alone, because vectors made of needs could tell of hidden ones.
/// </summary>
public static class VectorTraining
{
    /// <summary>More gain nothing on the judged pairs at hand, see the notes of the parameters.</summary>
    public const int Dimensions = 64;

    private const int Extra = 16;
    private const int Rounds = 6;
    private const int EmbeddedDimensions = 256;

    /// <returns>Null where the corpus has fewer terms or listings than dimensions: nothing can be learnt from it.</returns>
    /// <param name="listings">Published ones; needs among them are passed over.</param>
    /// <param name="text">How texts become terms.</param>
    /// <param name="day">Goes into the file.</param>
    /// <param name="report">Told of rounds done and rounds in all.</param>
    public static TermVectors? Run(IEnumerable<MarketItem> listings, TextParameters text, DateOnly day, Action<int, int>? report = null)
    {
        if (Vocabulary.Of(listings, text) is not { } vocabulary)
        {
            return null;
        }

        var matrix = TermMatrix.Of(vocabulary.Documents, vocabulary.Terms, vocabulary.Rarity);
        var basis = Basis(vocabulary.Terms.Length, Dimensions + Extra);
        for (var round = 0; round < Rounds; round++)
        {
            report?.Invoke(round, Rounds + 1);
            basis = matrix.Transposed(matrix.Times(basis));
            DenseMatrix.Orthonormalize(basis);
        }

        var vectors = Directions(matrix, basis);
        report?.Invoke(Rounds + 1, Rounds + 1);
        return Named(vocabulary, vectors, $"latent semantic analysis, {Dimensions} dimensions", day);
    }

    /// <summary>Vectors that came from elsewhere, cast onto fewer dimensions at random (Johnson and Lindenstrauss 1984), which keeps angles about as they were.</summary>
    /// <param name="vocabulary">The terms.</param>
    /// <param name="embedded">A vector for each, all of one length.</param>
    /// <param name="model">Where they came from.</param>
    /// <param name="day">Goes into the file.</param>
    public static TermVectors OfEmbedded(Vocabulary vocabulary, IReadOnlyList<float[]> embedded, string model, DateOnly day)
    {
        var cast = Basis(embedded[0].Length, EmbeddedDimensions);
        var vectors = embedded.Select(vector =>
        {
            var sum = new double[EmbeddedDimensions];
            for (var i = 0; i < vector.Length; i++)
            {
                for (var j = 0; j < sum.Length; j++)
                {
                    sum[j] += vector[i] * cast[i][j];
                }
            }

            return sum;
        }).ToArray();
        return Named(vocabulary, vectors, $"embeddings of {model}, cast onto {EmbeddedDimensions} dimensions", day);
    }

    private static TermVectors Named(Vocabulary vocabulary, double[][] vectors, string method, DateOnly day) => TermVectors.Named(new VectorFile
    {
        Method = method,
        LearntOn = day,
        Listings = vocabulary.Documents.Count,
        Dimensions = vectors[0].Length,
        Terms = vocabulary.Terms,
        Weights = vocabulary.Weights(),
        Numbers = Quantized(vectors),
    });

    /// <summary>Any start does that leans on every direction; this one is the same everywhere.</summary>
    private static double[][] Basis(int rows, int columns)
    {
        var state = 0x9E3779B97F4A7C15UL;
        var basis = new double[rows][];
        for (var i = 0; i < rows; i++)
        {
            basis[i] = new double[columns];
            for (var j = 0; j < columns; j++)
            {
                state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
                basis[i][j] = (state >> 63) == 0 ? 1 : -1;
            }
        }

        return basis;
    }

    /// <summary>The right singular vectors, each weighed by the root of its singular value.</summary>
    private static double[][] Directions(TermMatrix matrix, double[][] basis)
    {
        var (values, vectors) = DenseMatrix.Eigen(DenseMatrix.Gram(matrix.Times(basis)));
        var kept = Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).Take(Dimensions).ToArray();
        return Array.ConvertAll(basis, row => Array.ConvertAll(kept, column =>
        {
            var sum = 0.0;
            for (var i = 0; i < row.Length; i++)
            {
                sum += row[i] * vectors[i][column];
            }

            // The eigenvalue is the square of the singular value.
            return sum * Math.Sqrt(Math.Sqrt(Math.Max(values[column], 0)));
        }));
    }

    private static byte[] Quantized(double[][] vectors)
    {
        var width = vectors[0].Length;
        var bytes = new byte[vectors.Length * width];
        for (var i = 0; i < vectors.Length; i++)
        {
            var squares = 0.0;
            foreach (var value in vectors[i])
            {
                squares += value * value;
            }

            var scale = squares > 0 ? 127 / Math.Sqrt(squares) : 0;
            for (var j = 0; j < width; j++)
            {
                bytes[(i * width) + j] = unchecked((byte)(sbyte)Math.Round(vectors[i][j] * scale));
            }
        }

        return bytes;
    }
}
