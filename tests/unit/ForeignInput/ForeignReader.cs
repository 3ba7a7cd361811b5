namespace ACip.Tests.Unit.ForeignInput;

/// <summary>One of the places at which something comes in that nobody of ours wrote.</summary>
/// <param name="Examples">What it usually reads; each is harmed in many ways.</param>
/// <param name="Words">What it looks for: put where it does not belong, it leads deeper than any noise.</param>
/// <param name="Read">Reads, and goes on as the product does with what was read. Whatever it throws is a fault.</param>
internal sealed record ForeignReader(IReadOnlyList<byte[]> Examples, IReadOnlyList<string> Words, Action<byte[]> Read)
{
    /// <summary>In milliseconds of CPU, for one input; the least of three tries.</summary>
    public const double Longest = 1_000;
}
