namespace TechBroker.Domain.Organisations;

/// <summary>Unified social credit code (统一社会信用代码), GB 32100-2015.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>
    /// Whether 18 characters of the standard's alphabet carry the right check character: (31 − Σ cᵢ·3ⁱ mod 31) mod 31 over the
    /// first 17. Some genuine codes in use fail, so a failure is a warning and never a refusal.
    /// </summary>
    public static bool Checks(string code)
    {
        if (code.Length != 18)
        {
            return false;
        }

        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31] == code[17];
    }
}
