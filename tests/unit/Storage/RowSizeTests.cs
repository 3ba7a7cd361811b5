using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Together = ACip.Workflows.Storage.UnitOfWork;

namespace ACip.Tests.Unit.Storage;

/// <summary>Azure refuses a row over 1 MiB and a transaction over 4 MiB; Azurite takes them.</summary>
public sealed class RowSizeTests
{
    private static readonly StreamId Stream = new("plan-x");

    [Fact]
    public void A_row_that_holds_what_a_row_can_is_written() => new Together(Stream).Add("key", new string('x', 490_000));

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("漢")]
    public void A_larger_one_is_refused_before_storage_is_asked(string letter) =>
        Assert.Throws<FactTooLargeException>(() => new Together(Stream).Add("key", string.Concat(Enumerable.Repeat(letter, 530_000))));

    [Fact]
    public void Rows_that_are_too_large_together_are_refused()
    {
        Together unit = new Together(Stream)
            .Add("a", new string('é', 300_000))
            .Add("b", new string('é', 300_000))
            .Add("c", new string('é', 300_000));

        Assert.Throws<FactTooLargeException>(() => RowSize.Check(unit.Actions));
    }

    [Fact]
    public void More_rows_than_a_transaction_takes_are_refused()
    {
        var unit = new Together(Stream);
        for (int row = 0; row < 101; row++)
        {
            unit.Add($"row{row}", row);
        }

        Assert.Throws<FactTooLargeException>(() => RowSize.Check(unit.Actions));
    }
}
