using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace TechBroker.Embeddings;

/// <summary>
/// Asks for what was not asked before. One small file for each text, named by the hash of model and text, written beside its place and moved there:
/// what a kill leaves behind is whole or not there, and processes do not disturb each other.
/// </summary>
internal sealed class CachedEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, string folder, string model)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var known = new Dictionary<string, Embedding<float>>(StringComparer.Ordinal);
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            if (await ReadAsync(PathOf(text), cancellationToken) is { } vector)
            {
                known.Add(text, new Embedding<float>(vector));
            }
        }

        var missing = texts.Where(text => !known.ContainsKey(text)).Distinct(StringComparer.Ordinal).ToList();
        var asked = missing.Count == 0 ? [] : await base.GenerateAsync(missing, options, cancellationToken);
        foreach (var (text, embedding) in missing.Zip(asked))
        {
            known.Add(text, embedding);
            await WriteAsync(PathOf(text), embedding.Vector, cancellationToken);
        }

        return [.. texts.Select(text => known[text])];
    }

    private string PathOf(string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model + "\n" + text)));
        return Path.Combine(folder, hash[..2], hash[2..]);
    }

    private static async Task<float[]?> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(path, ct);
        var vector = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        return vector.Length > 0 && bytes.Length % sizeof(float) == 0 && Array.TrueForAll(vector, float.IsFinite) ? vector : null;
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<float> vector, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        await File.WriteAllBytesAsync(beside, MemoryMarshal.AsBytes(vector.Span).ToArray(), ct);
        File.Move(beside, path, overwrite: true);
    }
}
