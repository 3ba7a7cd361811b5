namespace Azure.Data.Tables.Protocol;

/// <summary>There is no such row.</summary>
internal sealed class NoValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The row does not exist: see HasValue.");

    public override Response GetRawResponse() => response;
}
