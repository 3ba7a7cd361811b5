using System.Globalization;
using System.Text;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>Scores as a file: whose they are, what they say, and empty cells where nothing is said.</summary>
public static class ScoresCsv
{
    public static string Write(SurveyWaveRecord wave, WaveResults results)
    {
        var csv = new StringBuilder("administration,wave,group,stratum,measure,n,score,low,high,shares,no_answer\n");
        foreach (GroupResult group in results.Groups)
        {
            foreach (FactorScore factor in group.Factors)
            {
                Line(group.Group, "", $"factor {factor.KeyFactor}", factor.N, factor.Score, factor.Low, factor.High, null, null);
            }

            foreach (QuestionResult question in group.Questions)
            {
                Line(
                    group.Group,
                    "",
                    question.Code,
                    question.N,
                    question.Score,
                    question.Low,
                    question.High,
                    question.Shares,
                    question.NoAnswer
                );
            }

            foreach (StratumResult stratum in group.Strata)
            {
                foreach (FactorScore factor in stratum.Factors)
                {
                    Line(
                        group.Group,
                        stratum.Code,
                        $"factor {factor.KeyFactor}",
                        factor.N,
                        factor.Score,
                        factor.Low,
                        factor.High,
                        null,
                        null
                    );
                }
            }
        }

        return csv.ToString();

        void Line(
            string group,
            string stratum,
            string measure,
            long? n,
            double? score,
            double? low,
            double? high,
            IReadOnlyList<double>? shares,
            double? noAnswer
        ) =>
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{wave.Administration},{wave.Label},{group},{stratum},{measure},{n},{score:0.####},{low:0.####},{high:0.####},{string.Join(' ', (shares ?? []).Select(share => share.ToString("0.####", CultureInfo.InvariantCulture)))},{noAnswer:0.####}\n"
            );
    }
}
