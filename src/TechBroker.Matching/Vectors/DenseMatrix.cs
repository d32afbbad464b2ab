namespace TechBroker.Matching.Vectors;

/// <summary>The little linear algebra that the training takes, in one fixed order of operations.</summary>
internal static class DenseMatrix
{
    private const int Sweeps = 30;

    /// <summary>Makes the columns orthonormal, by modified Gram-Schmidt; a column that is in the span of those before becomes zero.</summary>
    public static void Orthonormalize(double[][] rows)
    {
        for (var column = 0; column < rows[0].Length; column++)
        {
            for (var before = 0; before < column; before++)
            {
                var common = Product(rows, before, column);
                foreach (var row in rows)
                {
                    row[column] -= common * row[before];
                }
            }

            var square = Product(rows, column, column);
            var scale = square > 1e-20 ? 1 / Math.Sqrt(square) : 0;
            foreach (var row in rows)
            {
                row[column] *= scale;
            }
        }
    }

    /// <summary>The products of all pairs of columns.</summary>
    public static double[][] Gram(double[][] rows)
    {
        var size = rows[0].Length;
        var gram = new double[size][];
        for (var i = 0; i < size; i++)
        {
            gram[i] = new double[size];
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }

        return gram;
    }

    /// <summary>Eigenvalues and, as columns, eigenvectors of a symmetric matrix, which is used up; by Jacobi's rotations.</summary>
    public static (double[] Values, double[][] Vectors) Eigen(double[][] matrix)
    {
        var size = matrix.Length;
        var vectors = Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? 1.0 : 0.0).ToArray()).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(matrix, vectors, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, size).Select(i => matrix[i][i])], vectors);
    }

    private static void Rotate(double[][] matrix, double[][] vectors, int p, int q)
    {
        if (Math.Abs(matrix[p][q]) < 1e-15)
        {
            return;
        }

        var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < matrix.Length; i++)
        {
            (matrix[i][p], matrix[i][q]) = ((cosine * matrix[i][p]) - (sine * matrix[i][q]), (sine * matrix[i][p]) + (cosine * matrix[i][q]));
        }

        for (var i = 0; i < matrix.Length; i++)
        {
            (matrix[p][i], matrix[q][i]) = ((cosine * matrix[p][i]) - (sine * matrix[q][i]), (sine * matrix[p][i]) + (cosine * matrix[q][i]));
            (vectors[i][p], vectors[i][q]) = ((cosine * vectors[i][p]) - (sine * vectors[i][q]), (sine * vectors[i][p]) + (cosine * vectors[i][q]));
        }
    }

    private static double Product(double[][] rows, int a, int b)
    {
        var sum = 0.0;
        foreach (var row in rows)
        {
            sum += row[a] * row[b];
        }

        return sum;
    }
}
