using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace TechBroker.Embeddings;

/// <summary>
/// POST /embeddings as OpenAI defines it and many servers speak it. In batches, each with its timeout and a few more attempts, later and later,
/// where trying again may help. Follows no redirect, because the key would go with it.
/// </summary>
internal sealed class OpenAiEmbeddings(EmbeddingOptions options, TimeProvider clock) : IEmbeddingGenerator<string, Embedding<float>>
{
    // A vector of 4,096 numbers as text for each of 2,048 texts.
    private const int LargestAnswer = 200_000_000;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5), LongestWait = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <returns>One for each text, in their order.</returns>
    /// <exception cref="EmbeddingsUnavailableException">The endpoint does not answer, refuses, or answers what cannot be used.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? generation = null, CancellationToken cancellationToken = default)
    {
        var all = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(options.BatchSize))
        {
            all.AddRange(await AskAsync(batch, cancellationToken));
        }

        return all;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<IEnumerable<Embedding<float>>> AskAsync(string[] batch, CancellationToken ct)
    {
        var wait = FirstWait;
        for (var attempt = 0; ; attempt++)
        {
            var (answer, fault, after) = await TryAsync(batch, ct);
            if (answer is not null)
            {
                return Checked(answer, batch.Length);
            }

            if (after is null || attempt >= options.Retries)
            {
                throw new EmbeddingsUnavailableException(fault!);
            }

            var longer = after.Value > wait ? after.Value : wait;
            await Task.Delay(longer < LongestWait ? longer : LongestWait, clock, ct);
            wait *= 2;
        }
    }

    /// <returns>The answer, or what went wrong, and if trying again may help how long to wait at least.</returns>
    private async Task<(Answer? Answer, string? Fault, TimeSpan? After)> TryAsync(string[] batch, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Url!.TrimEnd('/')}/embeddings")
            {
                Content = JsonContent.Create(new { model = options.Model, input = batch, encoding_format = "float" }),
            };
            request.Headers.Authorization = string.IsNullOrEmpty(options.ApiKey) ? null : new AuthenticationHeaderValue("Bearer", options.ApiKey);
            using var response = await http.SendAsync(request, ct);
            if (response.IsSuccessStatusCode)
            {
                return (await response.Content.ReadFromJsonAsync<Answer>(ct), "The answer is empty.", null);
            }

            var mayHelp = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500;
            return (null, $"The answer is {(int)response.StatusCode}.", mayHelp ? response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero : null);
        }
        catch (System.Text.Json.JsonException)
        {
            return (null, "The answer is no list of embeddings.", null);
        }
        catch (HttpRequestException e)
        {
            return (null, $"It cannot be reached: {e.Message}", TimeSpan.Zero);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, $"There was no answer within {options.TimeoutSeconds} seconds.", TimeSpan.Zero);
        }
    }

    // The answer says which text each vector is of; servers need not keep the order.
    private static IEnumerable<Embedding<float>> Checked(Answer answer, int count)
    {
        var ordered = (answer.Data ?? []).OrderBy(item => item.Index).ToList();
        var isWhole = ordered.Count == count && ordered.Select((item, i) => item.Index == i && item.Embedding is { Length: > 0 } vector
            && vector.Length == ordered[0].Embedding!.Length && Array.TrueForAll(vector, float.IsFinite)).All(good => good);
        return isWhole ? ordered.Select(item => new Embedding<float>(item.Embedding!)) : throw new EmbeddingsUnavailableException("The answer is no list of embeddings.");
    }

    private sealed record Answer([property: JsonPropertyName("data")] IReadOnlyList<Item>? Data);

    private sealed record Item([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("embedding")] float[]? Embedding);
}

/// <summary>The endpoint does not answer as it should; the message says how, and nothing of what it was asked.</summary>
internal sealed class EmbeddingsUnavailableException(string message) : Exception(message);
