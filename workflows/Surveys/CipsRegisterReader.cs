using System.Globalization;
using ACip.Workflows.Registers;

namespace ACip.Workflows.Surveys;

/// <summary>Finished scores of the Customs Integrity Perception Survey, from CSV: wave, key_factor, group, n, mean, low, high, and owner: a
/// code of an administration, the name of a group of them, or nothing for the programme.</summary>
public static class CipsRegisterReader
{
    private static readonly string[] Columns = ["wave", "key_factor", "group", "n", "mean", "low", "high"];

    /// <returns>All scores, or none and the errors.</returns>
    /// <param name="years">Years of the programme; a wave of another one is refused. Null for a file that was checked when it was
    /// imported.</param>
    /// <param name="mayBeEmpty">True: whoever sent it was asked, and means it.</param>
    public static RegisterRead<CipsScore> Read(Stream csv, (int First, int Last)? years = null, bool mayBeEmpty = false)
    {
        var seen = new Dictionary<(string?, string, int, string), int>();
        Spellings groups = new(),
            owners = new();
        return RegisterFile.Read(
            csv,
            Columns,
            ["owner"],
            line =>
            {
                CipsScore score = ScoreOf(line, groups, owners);
                if (!line.IsSound)
                {
                    return null;
                }

                Check(line, score, years);
                if (!seen.TryAdd((score.Owner, score.Wave, score.KeyFactor, score.Group), line.Number))
                {
                    line.Wrong(
                        "",
                        "cips-twice",
                        ACip.Workflows.Registers.Texts.SameScore(seen[(score.Owner, score.Wave, score.KeyFactor, score.Group)])
                    );
                }

                return line.IsSound ? score : null;
            },
            mayBeEmpty
        );
    }

    private static CipsScore ScoreOf(RegisterLine line, Spellings groups, Spellings owners) =>
        new(
            line.Text("wave", longest: 20),
            line.Count("key_factor"),
            groups.Of(line.Text("group", longest: 60)),
            line.Count("n"),
            line.Decimal("mean"),
            line.Decimal("low"),
            line.Decimal("high")
        )
        {
            Owner =
                line.TextOrNothing("owner") is { } owner && !owner.Equals("programme", StringComparison.OrdinalIgnoreCase)
                    ? owners.Of(owner.Length == 2 ? owner.ToUpperInvariant() : owner)
                    : null,
        };

    private static void Check(RegisterLine line, CipsScore score, (int First, int Last)? years)
    {
        if (years is var (first, last) && (YearOf(score.Wave) is not { } year || year < first || year > last))
        {
            line.Wrong("wave", "cips-year", ACip.Workflows.Registers.Texts.YearOutside(score.Wave, first, last));
        }

        if (score.KeyFactor is < 1 or > 10)
        {
            line.Wrong("key_factor", "cips-key-factor", ACip.Workflows.Registers.Texts.NoKeyFactor(score.KeyFactor));
        }

        if (score.N < 1)
        {
            line.Wrong("n", "cips-respondents", ACip.Workflows.Registers.Texts.NoRespondents);
        }

        foreach (
            (string column, decimal value) in new[] { ("mean", score.Mean), ("low", score.Low), ("high", score.High) }.Where(one =>
                one.Item2 is < 0 or > 100
            )
        )
        {
            line.Wrong(column, "cips-scale", ACip.Workflows.Registers.Texts.OffTheScale);
        }

        if (score.Low > score.Mean || score.Mean > score.High)
        {
            line.Wrong("mean", "cips-interval", ACip.Workflows.Registers.Texts.MeanOutside);
        }
    }

    private static int? YearOf(string wave) =>
        int.TryParse(wave.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
