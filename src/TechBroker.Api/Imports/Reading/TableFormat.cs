namespace TechBroker.Api.Imports.Reading;

internal enum TableFormat
{
    Csv,
    Xlsx,
    Jsonl,
}
