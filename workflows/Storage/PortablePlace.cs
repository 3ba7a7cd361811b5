namespace ACip.Workflows.Storage;

/// <summary>Where a capability keeps something: it says so where it registers itself, and whoever takes the programme elsewhere whole asks
/// for all of them. A test holds what stands in storage to what is said here.</summary>
/// <param name="Name">Of the table or container; a row's key or its beginning; a setting's name.</param>
/// <param name="What">In a sentence, for whoever reads an export without us.</param>
public sealed record PortablePlace(PlaceKind Kind, string Name, string What)
{
    /// <summary>Why it stays behind, and what takes its place elsewhere; null: it goes along.</summary>
    public string? LeftOut { get; init; }
}

public enum PlaceKind
{
    Table,
    Container,

    /// <summary>Rows of the programme's table; they go along unless something is said of them.</summary>
    Rows,

    /// <summary>What a deployment is given, secrets among it: none of them stands in storage.</summary>
    Setting,
    Workflows,
}
