using TechBroker.Domain;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>What a cell's text says, and what is to be said about it. A complaint may be a warning beside a value.</summary>
internal readonly record struct Parsed<T>(T? Value, Complaint? Complaint)
{
    public static implicit operator Parsed<T>(T? value) => new(value, null);

    public static implicit operator Parsed<T>(Complaint complaint) => new(default, complaint);
}

internal static class Unreadable
{
    /// <summary>The usual complaint: this value is not what the column is for.</summary>
    public static Complaint Value(string code, string value, string zh, string en, string zhRemedy, string enRemedy) => new(
        code,
        new Text($"“{Complaint.Quote(value)}”{zh}", $"\"{Complaint.Quote(value)}\" {en}"),
        new Text(zhRemedy, enRemedy));
}
