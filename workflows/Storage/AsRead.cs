namespace ACip.Workflows.Storage;

/// <summary>The version that a person had read when deciding or writing. It is compared with the very row that the commit replaces, so
/// that nothing can change in between.</summary>
public readonly record struct AsRead
{
    private readonly IReadOnlyList<string>? tags;
    private readonly bool nothing;

    private AsRead(IReadOnlyList<string>? tags, bool nothing) => (this.tags, this.nothing) = (tags, nothing);

    /// <summary>Any version is accepted.</summary>
    public static AsRead Anything => default;

    /// <summary>Nothing existed when it was read.</summary>
    public static AsRead Nothing { get; } = new(null, true);

    public static AsRead Of(params IReadOnlyList<string> tags) => new(tags, false);

    /// <summary>A row's tag as pages and the API show it. Table storage's own tags are weak and contain quotes and percent
    /// signs.</summary>
    public static string TagOf<T>(Row<T> row) => string.Concat(row.ETag.ToString().Where(char.IsAsciiLetterOrDigit));

    public bool Fits<T>(Row<T> row) => Fits(TagOf(row));

    /// <param name="tag">Of what stands; null where nothing does.</param>
    public bool Fits(string? tag) => tag is null ? tags is null : !nothing && tags?.Contains(tag) != false;
}
