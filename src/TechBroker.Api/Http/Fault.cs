using TechBroker.Domain;

namespace TechBroker.Api.Http;

/// <summary>What is wrong with one field of a request; the field is a camelCase path such as <c>askingPrice.currency</c>.</summary>
internal sealed record Fault(string Field, Text Message);
