namespace ACip.Workflows.Storage;

/// <summary>What somebody had before them who now decides or writes. It is compared with the very row that the commit replaces, so that
/// nothing comes in between: who decides has read what is decided.</summary>
public readonly record struct AsRead
{
    private readonly IReadOnlyList<string>? tags;
    private readonly bool nothing;

    private AsRead(IReadOnlyList<string>? tags, bool nothing) => (this.tags, this.nothing) = (tags, nothing);

    /// <summary>Whatever stands.</summary>
    public static AsRead Anything => default;

    /// <summary>Nothing stood there.</summary>
    public static AsRead Nothing { get; } = new(null, true);

    public static AsRead Of(params IReadOnlyList<string> tags) => new(tags, false);

    /// <summary>A row's tag as pages and API show it. Table storage's own is weak and holds quotes and percent signs.</summary>
    public static string TagOf<T>(Row<T> row) => string.Concat(row.ETag.ToString().Where(char.IsAsciiLetterOrDigit));

    public bool Fits<T>(Row<T> row) => Fits(TagOf(row));

    /// <param name="tag">Of what stands; null where nothing does.</param>
    public bool Fits(string? tag) => tag is null ? tags is null : !nothing && tags?.Contains(tag) != false;
}
