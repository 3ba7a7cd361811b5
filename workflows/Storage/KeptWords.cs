namespace ACip.Workflows.Storage;

/// <summary>Rows whose words stay when a person is erased, because something that was published or decided is held against them. A capability says it of its own kinds.</summary>
/// <param name="Prefix">Of their keys.</param>
public sealed record KeptWords(string Prefix);
