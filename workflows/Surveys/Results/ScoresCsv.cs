using System.Globalization;
using System.Text;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Workflows.Surveys.Results;

/// <summary>Scores as a file, with their owners; cells are empty where nothing is disclosed.</summary>
public static class ScoresCsv
{
    public static string Write(SurveyWaveRecord wave, WaveResults results)
    {
        var csv = new StringBuilder("administration,wave,group,stratum,measure,n,score,low,high,shares,no_answer\n");
        foreach (GroupResult group in results.Groups)
        {
            foreach (Scored scored in group.Factors.Select(Of).Concat(group.Questions.Select(Of)))
            {
                Line(group.Group, "", scored);
            }

            foreach (
                (string stratum, Scored scored) in group.Strata.SelectMany(one => one.Factors.Select(factor => (one.Code, Of(factor))))
            )
            {
                Line(group.Group, stratum, scored);
            }
        }

        return csv.ToString();

        void Line(string group, string stratum, Scored scored)
        {
            (string measure, long? n, double? score, double? low, double? high, IReadOnlyList<double>? shares, double? noAnswer) = scored;
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{wave.Administration},{wave.Label},{group},{stratum},{measure},{n},{score:0.####},{low:0.####},{high:0.####},{string.Join(' ', (shares ?? []).Select(share => share.ToString("0.####", CultureInfo.InvariantCulture)))},{noAnswer:0.####}\n"
            );
        }
    }

    private static Scored Of(FactorScore factor) =>
        new($"factor {factor.KeyFactor}", factor.N, factor.Score, factor.Low, factor.High, null, null);

    private static Scored Of(QuestionResult question) =>
        new(question.Code, question.N, question.Score, question.Low, question.High, question.Shares, question.NoAnswer);

    private sealed record Scored(
        string Measure,
        long? N,
        double? Score,
        double? Low,
        double? High,
        IReadOnlyList<double>? Shares,
        double? NoAnswer
    );
}
