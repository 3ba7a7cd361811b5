using System.Text;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Registers;

namespace ACip.Tests.Unit.EarlierYears;

public sealed class HistoricFileReaderTests
{
    private static readonly IReadOnlySet<string> Known = new HashSet<string> { "A1", "A2" };

    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void A_line_is_a_figure_of_a_period()
    {
        RegisterRead<HistoricLine> read = Of("2024-01-01,2024-12-31,A1,12.5\n2025-01-01,2025-12-31,A1,14");
        Assert.Empty(read.Errors);
        Assert.Equal([12.5m, 14m], read.Rows.Select(line => line.Value));
        Assert.Empty(HistoricFileReader.Problems(read.Rows, Known, First));
    }

    [Theory]
    [InlineData("2024-01-01,2024-12-31,Z9,1", "2 item historic-item")]
    [InlineData("2024-12-31,2024-01-01,A1,1", "2 period_end historic-ends")]
    [InlineData("2025-07-01,2026-01-01,A1,1", "2 period_end historic-too-late")]
    [InlineData("2024-01-01,2024-12-31,A1,1\n2024-01-01,2024-12-31,A1,2", "3 item historic-twice")]
    public void What_cannot_stand_is_named_with_its_line(string lines, string expected) =>
        Assert.Equal(
            [expected],
            HistoricFileReader.Problems(Of(lines).Rows, Known, First).Select(error => $"{error.Line} {error.Column} {error.Rule}")
        );

    [Fact]
    public void A_value_that_is_no_number_is_not_read() =>
        Assert.Equal("register-number", Assert.Single(Of("2024-01-01,2024-12-31,A1,many").Errors).Rule);

    private static RegisterRead<HistoricLine> Of(string lines) =>
        HistoricFileReader.Read(Encoding.UTF8.GetBytes("period_start,period_end,item,value\n" + lines + "\n"));
}
