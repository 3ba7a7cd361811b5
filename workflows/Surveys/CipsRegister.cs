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
        return RegisterFile.Read(csv, Columns, [], line =>
        {
            var score = new CipsScore(
                line.Text("wave", longest: 20), line.Count("key_factor"), line.Text("group", longest: 60), line.Count("n"),
                line.Decimal("mean"), line.Decimal("low"), line.Decimal("high"));
            if (!line.IsSound)
            {
                return null;
            }

            if (score.KeyFactor is < 1 or > 10)
            {
                line.Wrong("key_factor", "cips-key-factor", $"{score.KeyFactor} is none of the ten key factors, 1 to 10.");
            }

            if (score.N < 1)
            {
                line.Wrong("n", "cips-respondents", "A score needs at least one respondent.");
            }

            if (score.Low > score.Mean || score.Mean > score.High)
            {
                line.Wrong("mean", "cips-interval", "The mean lies outside its interval: low ≤ mean ≤ high.");
            }

            if (!seen.TryAdd((score.Wave, score.KeyFactor, score.Group), line.Number))
            {
                line.Wrong("", "cips-twice", $"The same wave, key factor and group as line {seen[(score.Wave, score.KeyFactor, score.Group)]}.");
            }

            return line.IsSound ? score : null;
        });
    }
}
