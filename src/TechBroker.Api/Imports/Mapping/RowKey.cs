using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>
/// What makes a row the same thing in a repeated import: its id where it has one, otherwise its content. <see cref="Content"/> also tells
/// whether a row with a known id has changed. Both are stable over versions of the program: fields that do not occur add nothing.
/// </summary>
/// <param name="Value"><c>id:…</c>, or <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Content">SHA-256 of the normalised content without the id, 64 hexadecimal digits.</param>
internal readonly record struct RowKey(string Value, string Content)
{
    public static RowKey Of(ImportKind kind, RowDraft row)
    {
        var text = new StringBuilder();
        Add("kind", kind.ToString());
        Add("title", row.Title);
        Add("summary", row.Summary);
        Add("description", row.Description);
        Add("keywords", row.Keywords);
        Add("fields", row.Fields);
        Add("trl", row.Trl?.ToString(CultureInfo.InvariantCulture));
        Add("ip", row.Ip?.SelectMany(ip => (string?[])[ip.Type, ip.Number, ip.Status]));
        Add("cooperationModes", row.CooperationModes);
        Add("regionCode", row.RegionCode);
        Add("money", row.Money is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m.MinorUnits} {m.Currency}") : null);
        Add("deadline", row.Deadline?.ToString("O", CultureInfo.InvariantCulture));
        Add("visibility", row.Visibility);
        Add("blindSummary", row.BlindSummary);
        Add("language", row.Language);
        Add("organisationId", row.OrganisationId?.ToString("D"));
        Add("publish", row.Publish?.ToString());
        var content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return new RowKey(row.Id is { } id ? $"id:{id}" : $"sha256:{content}", content);

        // Lengths go in, so that no two rows can run together to the same text.
        void Add(string name, object? value)
        {
            var parts = value is IEnumerable<string?> list ? [.. list] : new[] { value as string };
            if (Array.Exists(parts, p => !string.IsNullOrEmpty(p)))
            {
                text.Append(name);
                foreach (var part in parts.Select(p => CellText.Tidy(p ?? string.Empty)))
                {
                    text.Append(CultureInfo.InvariantCulture, $" {part.Length}:{part}");
                }

                text.Append('\n');
            }
        }
    }
}
