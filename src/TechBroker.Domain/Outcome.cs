using System.Diagnostics.CodeAnalysis;

namespace TechBroker.Domain;

/// <summary>Either a value or an expected refusal.</summary>
public readonly struct Outcome<T>
    where T : notnull
{
    private Outcome(T? value, MarketError? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public MarketError? Error { get; }

    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out MarketError? error)
    {
        (value, error) = (Value, Error);
        return error is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(MarketError error) => new(default, error);
}
