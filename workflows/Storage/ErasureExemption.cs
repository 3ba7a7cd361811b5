namespace ACip.Workflows.Storage;

/// <summary>Rows whose text stays when a person is erased, because something published or decided depends on it. Each capability declares
/// its own.</summary>
/// <param name="Prefix">Of their keys.</param>
public sealed record ErasureExemption(string Prefix);
