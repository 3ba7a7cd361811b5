namespace ACip.Workflows.Audit;

/// <summary>A row as an event left it.</summary>
/// <param name="Hash">Over its properties as stored; null: it was deleted.</param>
public sealed record RowMark(string Key, string? Hash);
