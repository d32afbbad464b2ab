namespace TechBroker.Matching.Vectors;

/// <summary>Listings by terms, sparse; every row of unit length.</summary>
internal sealed class TermMatrix(int[][] columns, double[][] values, int width)
{
    public static TermMatrix Of(IReadOnlyList<string[]> documents, string[] terms, double[] rarity)
    {
        var places = new Dictionary<string, int>(terms.Length, StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
        {
            places.Add(terms[i], i);
        }

        var columns = new int[documents.Count][];
        var values = new double[documents.Count][];
        for (var row = 0; row < documents.Count; row++)
        {
            var held = documents[row].Select(term => places.GetValueOrDefault(term, -1)).Where(place => place >= 0).Order().ToArray();
            var length = 0.0;
            foreach (var place in held)
            {
                length += rarity[place] * rarity[place];
            }

            columns[row] = held;
            values[row] = Array.ConvertAll(held, place => length > 0 ? rarity[place] / Math.Sqrt(length) : 0);
        }

        return new TermMatrix(columns, values, terms.Length);
    }

    /// <summary>This matrix times a dense one, given and returned by rows.</summary>
    public double[][] Times(double[][] right)
    {
        var product = new double[columns.Length][];
        for (var row = 0; row < columns.Length; row++)
        {
            var sum = product[row] = new double[right[0].Length];
            for (var i = 0; i < columns[row].Length; i++)
            {
                Add(sum, right[columns[row][i]], values[row][i]);
            }
        }

        return product;
    }

    /// <summary>The transpose of this matrix times a dense one.</summary>
    public double[][] Transposed(double[][] right)
    {
        var product = new double[width][];
        for (var i = 0; i < width; i++)
        {
            product[i] = new double[right[0].Length];
        }

        for (var row = 0; row < columns.Length; row++)
        {
            for (var i = 0; i < columns[row].Length; i++)
            {
                Add(product[columns[row][i]], right[row], values[row][i]);
            }
        }

        return product;
    }

    private static void Add(double[] sum, double[] addend, double by)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += by * addend[i];
        }
    }
}
