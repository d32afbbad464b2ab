using System.Globalization;
using TechBroker.Api.Imports.Mapping;

namespace TechBroker.Api.Imports.Reading;

/// <summary>A column of a table: <see cref="Name"/> is what people call it, the heading or else Excel's letter.</summary>
internal sealed record Column(int Index, string Heading, Field? Field)
{
    public string Name { get; } = Heading.Length > 0 ? Complaint.Quote(Heading) : Letters(Index);

    /// <summary>0 is A, 25 Z, 26 AA.</summary>
    public static string Letters(int index)
    {
        var letters = string.Empty;
        for (var n = index + 1; n > 0; n = (n - 1) / 26)
        {
            letters = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + ((n - 1) % 26))}{letters}");
        }

        return letters;
    }
}
