using System.Text;
using ACip.Workflows.Registers;
using ACip.Workflows.Surveys;

namespace ACip.Tests.Unit.Surveys;

public sealed class CipsRegisterReaderTests
{
    [Theory]
    [InlineData("wave,key_factor,group,n,mean,low,high\n2025,7,officials,240,3.42,3.3,3.54\n")]
    [InlineData("wave;key factor;group;n;mean;low;high\n2025;7;officials;240;3,42;3,3;3,54\n")]
    public void A_sound_file_is_read_with_points_or_with_commas(string csv) =>
        Assert.Equal(new CipsScore("2025", 7, "officials", 240, 3.42m, 3.3m, 3.54m), Assert.Single(Read(csv).Rows));

    [Theory]
    [InlineData("2025,11,officials,240,3.4,3.3,3.5", "key_factor", "cips-key-factor")]
    [InlineData("2025,7,officials,0,3.4,3.3,3.5", "n", "cips-respondents")]
    [InlineData("2025,7,officials,240,3.6,3.3,3.5", "mean", "cips-interval")]
    [InlineData("2025,7,officials,240,high,3.3,3.5", "mean", "register-number")]
    [InlineData("2025,7,officials,240,3.4,3.3", "high", "register-value-missing")]
    public void A_wrong_line_is_named(string line, string column, string rule)
    {
        LineError error = Assert.Single(Read($"wave,key_factor,group,n,mean,low,high\n{line}\n").Errors);
        Assert.Equal((2, column, rule), (error.Line, error.Column, error.Rule));
    }

    [Theory]
    [InlineData("2026,1,officials,432,561,542,580", "mean,low,high")]
    [InlineData("2026,1,officials,432,-5,-6,-4", "mean,low,high")]
    [InlineData("2026,1,officials,432,99,98,100.5", "high")]
    public void A_score_off_the_scale_is_named(string line, string columns)
    {
        RegisterRead<CipsScore> read = Read($"wave,key_factor,group,n,mean,low,high\n{line}\n");
        Assert.Equal(columns.Split(','), read.Errors.Select(error => error.Column));
        Assert.All(read.Errors, error => Assert.Equal("cips-scale", error.Rule));
    }

    [Theory]
    [InlineData("officials", "Officials")]
    [InlineData("private sector", "Private-Sector")]
    [InlineData("fonctionnaires retraités", "Fonctionnaires  retraite\u0301s")]
    [InlineData("officials", "officials\u200B")]
    public void A_group_spelt_otherwise_is_the_same_group(string group, string other)
    {
        LineError error = Assert.Single(
            Read($"wave,key_factor,group,n,mean,low,high\n2026,1,{group},432,56.1,54.2,58.0\n2026,1,{other},432,50.1,48.2,52.0\n").Errors
        );
        Assert.Equal((3, "cips-twice"), (error.Line, error.Rule));
        Assert.Equal(
            [group, group],
            Read($"wave,key_factor,group,n,mean,low,high\n2025,1,{group},432,56.1,54.2,58.0\n2026,1,{other},432,50.1,48.2,52.0\n")
                .Rows.Select(score => score.Group)
        );
    }

    [Fact]
    public void A_file_with_headings_only_is_refused()
    {
        LineError error = Assert.Single(Read("wave,key_factor,group,n,mean,low,high\n,,,,,,\n").Errors);
        Assert.Equal("register-no-lines", error.Rule);
    }

    [Theory]
    [InlineData(3.00, 3.20, 3.30, 3.50, CipsDirection.Up)]
    [InlineData(3.00, 3.20, 3.19, 3.50, CipsDirection.Unclear)]
    [InlineData(3.40, 3.60, 3.00, 3.39, CipsDirection.Down)]
    public void Movement_is_claimed_only_where_intervals_do_not_overlap(
        decimal lowBefore,
        decimal highBefore,
        decimal low,
        decimal high,
        CipsDirection expected
    )
    {
        CipsScore[] scores =
        [
            new("2023", 1, "officials", 50, (lowBefore + highBefore) / 2, lowBefore, highBefore),
            new("2025", 1, "officials", 50, (low + high) / 2, low, high),
        ];
        Assert.Equal(expected, Assert.Single(CipsMovement.Of(scores, "2025", "2023")).Direction);
    }

    [Fact]
    public void A_group_of_few_respondents_is_withheld() =>
        Assert.Equal(
            CipsDirection.Withheld,
            Assert.Single(CipsMovement.Of([new CipsScore("2025", 1, "officials", 9, 3, 2, 4)], "2025", null)).Direction
        );

    [Fact]
    public void A_score_says_whose_it_is_and_twins_are_found_whatever_their_case_and_accents()
    {
        RegisterRead<CipsScore> read = Read(
            "wave,key_factor,group,n,mean,low,high,owner\n2025,7,officials,240,3,2,4,af\n2025,7,officials,240,3,2,4,\n2025,7,officials,240,3,2,4,Sahel group\n"
        );
        Assert.Equal(["AF", null, "Sahel group"], read.Rows.Select(score => score.Owner));
        Assert.Equal(
            "cips-twice",
            Assert
                .Single(
                    Read(
                        "wave,key_factor,group,n,mean,low,high,owner\n2025,7,Caf\u00e9,240,3,2,4,Sahel group\n2025,7,CAFE\u0301,240,3,2,4,sahel GROUP\n"
                    ).Errors
                )
                .Rule
        );
    }

    [Fact]
    public void Years_outside_the_programme_are_refused() =>
        Assert.Equal(
            ["cips-year", "cips-year"],
            CipsRegisterReader
                .Read(
                    new MemoryStream(
                        Encoding.UTF8.GetBytes(
                            "wave,key_factor,group,n,mean,low,high\n1925,7,o,240,3,2,4\nlast,7,o,240,3,2,4\n2025,7,o,240,\"3,5\",2,4\n"
                        )
                    ),
                    (2015, 2027)
                )
                .Errors.Select(error => error.Rule)
        );

    private static RegisterRead<CipsScore> Read(string csv) => CipsRegisterReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
}
