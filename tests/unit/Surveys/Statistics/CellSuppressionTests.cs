using ACip.Workflows.Surveys.Statistics;

namespace ACip.Tests.Unit.Surveys.Statistics;

public sealed class CellSuppressionTests
{
    [Fact]
    public void One_small_part_takes_the_next_smallest_with_it() =>
        Assert.Equal(
            ["b", "c"],
            CellSuppression
                .Hidden(new TableCell("all", 100, [TableCell.Leaf("a", 60), TableCell.Leaf("b", 32), TableCell.Leaf("c", 8)]))
                .Order()
        );

    [Fact]
    public void Two_small_parts_that_are_few_together_take_a_third_with_them() =>
        Assert.Equal(
            ["b", "c", "d"],
            CellSuppression
                .Hidden(
                    new TableCell(
                        "all",
                        100,
                        [TableCell.Leaf("a", 60), TableCell.Leaf("b", 33), TableCell.Leaf("c", 4), TableCell.Leaf("d", 3)]
                    )
                )
                .Order()
        );

    [Fact]
    public void Where_nothing_is_left_to_hide_the_sum_goes() =>
        Assert.Equal(
            ["a", "all", "b"],
            CellSuppression.Hidden(new TableCell("all", 40, [TableCell.Leaf("a", 40, tells: true), TableCell.Leaf("b", 0)])).Order()
        );

    [Fact]
    public void A_part_in_which_all_said_the_same_is_hidden_however_large() =>
        Assert.Contains(
            "b",
            CellSuppression.Hidden(new TableCell("all", 100, [TableCell.Leaf("a", 60), TableCell.Leaf("b", 40, tells: true)]))
        );

    [Fact]
    public void Nothing_is_hidden_where_everybody_is_many() =>
        Assert.Empty(CellSuppression.Hidden(new TableCell("all", 30, [TableCell.Leaf("a", 10), TableCell.Leaf("b", 20)])));

    [Fact]
    public void A_part_that_nobody_is_in_is_shown_and_hides_nobody_else()
    {
        Assert.Empty(CellSuppression.Hidden(Table(("a", 15), ("b", 15), ("c", 0))));
        Assert.Equal(["a", "b"], CellSuppression.Hidden(Table(("a", 5), ("b", 20), ("c", 0))).Order());
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(9, 9)]
    public void Two_small_parts_that_are_ten_together_need_no_third(int one, int other) =>
        Assert.Equal(["a", "b"], CellSuppression.Hidden(Table(("a", one), ("b", other), ("c", 40))).Order());

    [Fact]
    public void Of_two_parts_of_one_size_the_first_by_name_is_taken() =>
        Assert.Equal(["a", "x"], CellSuppression.Hidden(Table(("x", 5), ("b", 20), ("a", 20))).Order());

    /// <summary>A sum that had to go is itself a part of a larger one, and cannot be left to be subtracted there.</summary>
    [Fact]
    public void A_sum_that_goes_takes_another_with_it_above()
    {
        var regions = new TableCell(
            "y",
            100,
            [new TableCell("y1", 40, [TableCell.Leaf("y1a", 40, tells: true)]), TableCell.Leaf("y2", 60)]
        );
        Assert.Equal(["y1", "y1a", "y2"], CellSuppression.Hidden(regions).Order());
        var all = new TableCell("all", 200, [Cell("x", ("x1", 5), ("x2", 95)), regions]);
        Assert.Equal(["x1", "x2", "y1", "y1a", "y2"], CellSuppression.Hidden(all).Order());
    }

    /// <summary>Three thousand tables: from all that is shown, by adding and subtracting, neither a hidden small cell nor any sum of fewer
    /// than ten follows.</summary>
    [Fact]
    public void No_difference_of_what_is_shown_leads_back_to_a_few()
    {
        var chance = new Random(5);
        int hiding = 0;
        for (int table = 0; table < 3000; table++)
        {
            TableCell root = Grow("r", depth: 0, chance);
            IReadOnlySet<string> hidden = CellSuppression.Hidden(root);
            TableCell[] all = [.. root.All()];
            TableCell[] leaves = [.. all.Where(cell => cell.Parts.Count == 0)];
            var shown = new RowSpace(all.Where(cell => !hidden.Contains(cell.Id)).Select(cell => Row(cell, leaves)));
            foreach (TableCell few in all.Where(cell => cell.N is > 0 and < CellSuppression.FewestRespondents))
            {
                Assert.Contains(few.Id, hidden);
                Assert.False(shown.Holds(Row(few, leaves)), $"table {table}: {few.Id} follows from what is shown");
                hiding++;
            }

            // sums of several hidden parts below one sum
            foreach (TableCell parent in all)
            {
                TableCell[] parts = [.. parent.Parts.Where(part => hidden.Contains(part.Id) && part.N > 0)];
                if (parts.Length > 0 && parts.Sum(part => part.N) < CellSuppression.FewestRespondents)
                {
                    double[] sum = parts.Select(part => Row(part, leaves)).Aggregate((one, other) => [.. one.Zip(other, (a, b) => a + b)]);
                    Assert.False(shown.Holds(sum), $"table {table}: {string.Join("+", parts.Select(part => part.Id))} follow");
                }
            }
        }

        Assert.True(hiding > 3000, $"{hiding} cells to hide");
    }

    private static TableCell Table(params (string Id, int N)[] parts) => Cell("all", parts);

    private static TableCell Cell(string id, params (string Id, int N)[] parts) =>
        new(id, parts.Sum(part => part.N), [.. parts.Select(part => TableCell.Leaf(part.Id, part.N))]);

    private static TableCell Grow(string id, int depth, Random chance)
    {
        if (depth == 3)
        {
            return TableCell.Leaf(
                id,
                chance.Next(5) switch
                {
                    0 => chance.Next(10),
                    1 => 0,
                    _ => 10 + chance.Next(200),
                }
            );
        }

        TableCell[] parts = [.. Enumerable.Range(0, 1 + chance.Next(4)).Select(part => Grow($"{id}.{part}", depth + 1, chance))];
        return new TableCell(id, parts.Sum(part => part.N), parts);
    }

    private static double[] Row(TableCell cell, TableCell[] leaves) =>
        [
            .. leaves.Select(leaf =>
                leaf.N > 0 && (leaf.Id == cell.Id || leaf.Id.StartsWith(cell.Id + ".", StringComparison.Ordinal)) ? 1.0 : 0.0
            ),
        ];

    /// <summary>What sums of given rows can say, by elimination.</summary>
    private sealed class RowSpace
    {
        private readonly List<(double[] Row, int Pivot)> rows = [];

        public RowSpace(IEnumerable<double[]> given)
        {
            foreach (double[] row in given)
            {
                double[] left = Reduce(row);
                int pivot = Array.FindIndex(left, value => Math.Abs(value) > 1e-9);
                if (pivot >= 0)
                {
                    rows.Add(([.. left.Select(value => value / left[pivot])], pivot));
                }
            }
        }

        public bool Holds(double[] row) => Reduce(row).All(value => Math.Abs(value) < 1e-9);

        private double[] Reduce(double[] row)
        {
            double[] left = [.. row];
            foreach ((double[] known, int pivot) in rows)
            {
                double factor = left[pivot];
                for (int at = 0; at < left.Length; at++)
                {
                    left[at] -= factor * known[at];
                }
            }

            return left;
        }
    }
}
