using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TechBroker.Api.Accounts.Links;

/// <summary>What a page of ours sends back.</summary>
internal static class PageForm
{
    private const int MostBytes = 16 * 1024;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 8, KeyLengthLimit = 40, ValueLengthLimit = 4096 };

    /// <summary>Null where it is no form, or one too large.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        // Whoever has no link can reach this, too; an upload's limit would be far too much.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(Limits, http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
