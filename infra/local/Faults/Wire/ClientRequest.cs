namespace ACip.Local.Faults.Wire;

/// <summary>One request. Rows are small and inspected, so they are read whole; blobs and messages are streamed.</summary>
/// <param name="Target">Escaped as it was sent.</param>
/// <param name="Head">With the whole message behind it where that was read.</param>
/// <param name="Whole">Null where the body is still to come.</param>
internal sealed record ClientRequest(string Method, string Target, HttpHead Head, ReadOnlyMemory<byte>? Whole)
{
    public long BodyLength { get; } = Head.ContentLength ?? 0;

    public bool IsChunked { get; } = Head.IsChunked;

    /// <summary>Empty where it is still to come.</summary>
    public ReadOnlyMemory<byte> Body => Whole is { } whole ? whole[Head.Bytes.Length..] : default;
}
