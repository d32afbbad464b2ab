using System.Security.Cryptography;
using System.Text.Json;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>SHA-256 of a content's stored form: equal content, equal hash, so that a repeated import changes nothing.</summary>
public static class ContentHash
{
    public static string Of<T>(T content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, StoredJson.Options)));
}
