namespace TechBroker.Matching.Learning;

/// <summary>Logistic regression by Newton's method, with a ridge of one imaginary pair so that separable data has an answer, too.</summary>
internal static class Logistic
{
    private const int Rounds = 25;
    private const double Ridge = 1;

    /// <returns>A weight for each input, and last the constant.</returns>
    /// <param name="inputs">Rows of one length, each of the order of one.</param>
    /// <param name="outcomes">As many.</param>
    public static double[] Fit(IReadOnlyList<double[]> inputs, IReadOnlyList<bool> outcomes)
    {
        var size = inputs.Count == 0 ? 1 : inputs[0].Length + 1;
        var weights = new double[size];
        for (var round = 0; round < Rounds; round++)
        {
            var (gradient, curvature) = (new double[size], new double[size, size]);
            for (var i = 0; i < size; i++)
            {
                var ridge = i < size - 1 ? Ridge : 1e-6;
                (gradient[i], curvature[i, i]) = (-ridge * weights[i], ridge);
            }

            for (var row = 0; row < inputs.Count; row++)
            {
                Add(inputs[row], outcomes[row], weights, gradient, curvature);
            }

            var step = Solve(curvature, gradient);
            for (var i = 0; i < size; i++)
            {
                weights[i] += step[i];
            }
        }

        return weights;
    }

    private static void Add(double[] input, bool outcome, double[] weights, double[] gradient, double[,] curvature)
    {
        var size = weights.Length;
        double At(int i) => i < input.Length ? input[i] : 1;
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            sum += weights[i] * At(i);
        }

        // e^x = 2^(x / ln 2); beyond 40 nothing changes any more.
        var chance = 1 / (1 + DeterministicMath.Exp2(-Math.Clamp(sum, -40, 40) * 1.4426950408889634));
        for (var i = 0; i < size; i++)
        {
            gradient[i] += ((outcome ? 1 : 0) - chance) * At(i);
            for (var j = 0; j < size; j++)
            {
                curvature[i, j] += chance * (1 - chance) * At(i) * At(j);
            }
        }
    }

    /// <summary>Gaussian elimination; the ridge makes the matrix positive definite, so no pivot is zero.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var solved = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var row = i + 1; row < size; row++)
            {
                var factor = matrix[row, i] / matrix[i, i];
                for (var column = i; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[i, column];
                }

                solved[row] -= factor * solved[i];
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var column = i + 1; column < size; column++)
            {
                solved[i] -= matrix[i, column] * solved[column];
            }

            solved[i] /= matrix[i, i];
        }

        return solved;
    }
}
