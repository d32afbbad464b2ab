namespace TechBroker.Matching.Scoring;

/// <summary>A region code taken apart once, so that comparing two is comparing numbers.</summary>
/// <param name="Code">As it was given.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Province">First two digits of GB/T 2260; 0 for a foreign party.</param>
/// <param name="City">First four digits, of a municipality its province's; 0 if the code names no city.</param>
/// <param name="Area">The cooperation area the province belongs to; 0 for none.</param>
internal sealed record Place(string Code, string Country, int Province, int City, int Area)
{
    // Beijing-Tianjin-Hebei; Yangtze delta; Chengdu-Chongqing; Guangdong with Hong Kong and Macao.
    private static readonly int[][] Areas = [[11, 12, 13], [31, 32, 33, 34], [50, 51], [44, 81, 82]];
    private static readonly int[] Municipalities = [11, 12, 31, 50];

    public static Place? Parse(string? code)
    {
        if (code is { Length: 2 } && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]))
        {
            return new Place(code, code.ToUpperInvariant(), 0, 0, 0);
        }

        if (code is not { Length: 6 } || code.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var province = ((code[0] - '0') * 10) + code[1] - '0';
        var city = ((code[2] - '0') * 10) + code[3] - '0';
        var area = 1 + Array.FindIndex(Areas, provinces => Array.IndexOf(provinces, province) >= 0);

        // In a municipality every district is the same city; a province's own code names no city.
        var isMunicipality = Array.IndexOf(Municipalities, province) >= 0;
        return new Place(code, "CN", province, isMunicipality ? province : city == 0 ? 0 : (province * 100) + city, area);
    }
}
