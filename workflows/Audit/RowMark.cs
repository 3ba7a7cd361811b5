namespace ACip.Workflows.Audit;

/// <summary>The hash of a row after an event.</summary>
/// <param name="Hash">Over its properties as stored; null: it was deleted.</param>
public sealed record RowMark(string Key, string? Hash);
