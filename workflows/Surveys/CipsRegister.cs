using ACip.Workflows.Registers;

namespace ACip.Workflows.Surveys;

/// <summary>Scores of the Customs Integrity Perception Survey, from CSV: wave, key_factor, group, n, mean, low, high.</summary>
public static class CipsRegister
{
    private static readonly string[] Columns = ["wave", "key_factor", "group", "n", "mean", "low", "high"];

    /// <returns>All scores, or none and the errors.</returns>
    public static RegisterRead<CipsScore> Read(Stream csv)
    {
        var seen = new Dictionary<(string, int, string), int>();
        var groups = new Spellings();
        return RegisterFile.Read(csv, Columns, [], line =>
        {
            var score = new CipsScore(
                line.Text("wave", longest: 20), line.Count("key_factor"), groups.Of(line.Text("group", longest: 60)), line.Count("n"),
                line.Decimal("mean"), line.Decimal("low"), line.Decimal("high"));
            if (!line.IsSound)
            {
                return null;
            }

            if (score.KeyFactor is < 1 or > 10)
            {
                line.Wrong("key_factor", "cips-key-factor", RegisterWords.NoKeyFactor(score.KeyFactor));
            }

            if (score.N < 1)
            {
                line.Wrong("n", "cips-respondents", RegisterWords.NoRespondents);
            }

            foreach ((string column, decimal value) in new[] { ("mean", score.Mean), ("low", score.Low), ("high", score.High) }.Where(one => one.Item2 is < 0 or > 100))
            {
                line.Wrong(column, "cips-scale", RegisterWords.OffTheScale);
            }

            if (score.Low > score.Mean || score.Mean > score.High)
            {
                line.Wrong("mean", "cips-interval", RegisterWords.MeanOutside);
            }

            if (!seen.TryAdd((score.Wave, score.KeyFactor, score.Group), line.Number))
            {
                line.Wrong("", "cips-twice", RegisterWords.SameScore(seen[(score.Wave, score.KeyFactor, score.Group)]));
            }

            return line.IsSound ? score : null;
        });
    }
}
