namespace ACip.Workflows.Storage;

/// <summary>A place where a capability stores something, declared at its registration, so that the whole programme can be exported. A test
/// compares storage with these declarations.</summary>
/// <param name="Name">Of the table or container; a row's key or its beginning; a setting's name.</param>
/// <param name="What">In a sentence, for whoever reads an export without us.</param>
public sealed record PortablePlace(PlaceKind Kind, string Name, string What)
{
    /// <summary>Why it is not exported, and what replaces it elsewhere; null if it is exported.</summary>
    public string? LeftOut { get; init; }
}

public enum PlaceKind
{
    Table,
    Container,

    /// <summary>Rows of the programme's table. They are exported unless declared otherwise.</summary>
    Rows,

    /// <summary>Settings of a deployment, including secrets; none of them is in storage.</summary>
    Setting,
    Workflows,
}
