using System.Text;
using ACip.Tests.Unit.Surveys.Imports;
using ACip.Workflows.Documents;

namespace ACip.Tests.Unit.Documents;

/// <summary>Registers that people keep as workbooks, as text.</summary>
public sealed class SheetCsvTests
{
    [Fact]
    public void Rows_are_as_wide_as_the_widest() =>
        Assert.Equal(
            "\"period\",\"value\",\n\"2026\",\"4\",\n,,\"so\"\n",
            Encoding.UTF8.GetString(
                SheetCsv.FirstSheet(
                    TestWorkbook.Of(
                        (
                            "Data",
                            [
                                ["period", "value"],
                                [2026, 4],
                                [null, null, "so"],
                            ]
                        )
                    )
                )!
            )
        );

    /// <summary>Five megabytes of it would be gigabytes of commas.</summary>
    [Fact]
    public void A_far_cell_in_a_long_sheet_is_refused()
    {
        object?[] far = [.. Enumerable.Repeat<object?>(null, 15_999), "far"];
        object?[][] rows = [far, .. Enumerable.Range(1, 125).Select(row => (object?[])[row])];

        Assert.Null(SheetCsv.FirstSheet(TestWorkbook.Of(("Data", rows))));
        Assert.NotNull(SheetCsv.FirstSheet(TestWorkbook.Of(("Data", rows[..^1]))));
    }
}
