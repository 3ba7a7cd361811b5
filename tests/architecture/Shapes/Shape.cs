namespace ACip.Tests.Architecture.Shapes;

/// <summary>What is held to a size.</summary>
internal enum ShapeKind
{
    /// <summary>A method, a constructor, an accessor or a local function.</summary>
    Method,

    /// <summary>The parameters of one of these, or of a class's primary constructor.</summary>
    Parameters,

    /// <summary>A line of a file.</summary>
    Line,

    /// <summary>A file of code.</summary>
    File,
}

/// <summary>Something that is larger than it may be.</summary>
/// <param name="Where">The file and the name in it; a line has its number, which no exception can name.</param>
internal sealed record Shape(ShapeKind Kind, string Where, int Size)
{
    public override string ToString() => $"{Where} ({Size})";
}
