using ACip.Workflows.DonorReports.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.DonorReports.Figures;

public sealed class SuppressionTests
{
    [Fact]
    public void A_cell_of_few_is_hidden_and_so_is_the_next_smallest_that_would_give_it_away() =>
        Assert.Equal(
            [true, false, true, false],
            Suppression.Of<int>(
                [
                    [1],
                    [2, 3, 4, 5, 6],
                    [7, 8, 9],
                    [10, 11, 12, 13],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void Two_hidden_cells_that_are_many_together_protect_each_other() =>
        Assert.Equal(
            [true, true, false],
            Suppression.Of<int>(
                [
                    [1, 2],
                    [3, 4],
                    [5, 6, 7, 8],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void Cells_of_the_same_few_do_not_protect_each_other() =>
        Assert.Equal(
            [true, true, true],
            Suppression.Of<int>(
                [
                    [1],
                    [1],
                    [2, 3, 4],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void An_empty_cell_is_not_hidden_and_hides_nothing() =>
        Assert.Equal(
            [false, true, true],
            Suppression.Of<int>(
                [
                    [],
                    [1],
                    [2, 3, 4],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void Of_two_that_are_equally_small_the_first_is_hidden_too() =>
        Assert.Equal(
            [true, true, false],
            Suppression.Of<int>(
                [
                    [1],
                    [2, 3, 4],
                    [5, 6, 7],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void The_smallest_is_hidden_too_wherever_it_stands() =>
        Assert.Equal(
            [true, true, false],
            Suppression.Of<int>(
                [
                    [1, 2, 3],
                    [4],
                    [5, 6, 7, 8],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void Where_all_together_are_too_few_all_are_hidden() =>
        Assert.Equal(
            [true, true],
            Suppression.Of<int>(
                [
                    [1],
                    [2],
                ],
                minimum: 3
            )
        );

    [Fact]
    public void What_makes_up_no_total_hides_by_itself() =>
        Assert.Equal(
            [true, false],
            Suppression.Of<int>(
                [
                    [1],
                    [2, 3, 4],
                ],
                minimum: 3,
                makeUpTheTotal: false
            )
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_a_minimum_nothing_is_hidden(int minimum) =>
        Assert.Equal(
            [false, false],
            Suppression.Of<int>(
                [
                    [1],
                    [2],
                ],
                minimum
            )
        );

    /// <summary>Whoever knows the total and the shown cells can add and subtract them as they like; what they get never concerns fewer than
    /// the minimum.</summary>
    [Fact]
    public void No_sum_or_difference_of_what_is_shown_tells_about_fewer_than_the_minimum() =>
        Prop.ForAll(
                AnyPartition,
                any =>
                {
                    (int[] cellOf, int minimum) = any;
                    int[][] cells =
                    [
                        .. Enumerable
                            .Range(0, 5)
                            .Select(cell => Enumerable.Range(0, cellOf.Length).Where(one => cellOf[one] == cell).ToArray()),
                    ];
                    if (Suppression.IsTooSmall(cellOf.Length, minimum))
                    {
                        return true; // the total itself is not shown, and no group either
                    }

                    IReadOnlyList<bool> hidden = Suppression.Of(cells, minimum);
                    List<int[]> shown =
                    [
                        [.. Enumerable.Repeat(1, cellOf.Length)],
                        .. cells
                            .Where((cell, at) => !hidden[at] && cell.Length > 0)
                            .Select(cell => Enumerable.Range(0, cellOf.Length).Select(one => cell.Contains(one) ? 1 : 0).ToArray()),
                    ];
                    return Subsets(cellOf.Length, minimum - 1)
                        .All(few => Rank(shown) == Rank(shown.Select(row => row.Where((_, one) => !few.Contains(one)).ToArray())));
                }
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<(int[] CellOf, int Minimum)> AnyPartition =>
        (
            from size in Gen.Choose(1, 9)
            from cellOf in Gen.ArrayOf(Gen.Choose(0, 4), size)
            from minimum in Gen.Choose(2, 4)
            select (cellOf, minimum)
        ).ToArbitrary();

    private static IEnumerable<int[]> Subsets(int of, int most) =>
        Enumerable
            .Range(1, (1 << of) - 1)
            .Where(bits => int.PopCount(bits) <= most)
            .Select(bits => Enumerable.Range(0, of).Where(one => (bits & (1 << one)) != 0).ToArray());

    /// <summary>If a combination of rows is zero everywhere but at a few, the rows lose rank when these few are struck out.</summary>
    private static int Rank(IEnumerable<int[]> matrix)
    {
        double[][] rows = [.. matrix.Select(row => row.Select(value => (double)value).ToArray())];
        int rank = 0;
        for (int column = 0; column < rows[0].Length && rank < rows.Length; column++)
        {
            int pivot = Enumerable.Range(rank, rows.Length - rank).FirstOrDefault(row => Math.Abs(rows[row][column]) > 1e-9, -1);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (int row = rank + 1; row < rows.Length; row++)
            {
                double factor = rows[row][column] / rows[rank][column];
                for (int at = column; at < rows[row].Length; at++)
                {
                    rows[row][at] -= factor * rows[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }
}
