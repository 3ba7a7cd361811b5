using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using DuckDB.NET.Data;

namespace ACip.Tests.Bench.Surveys;

internal static class Survey
{
    private const long Many = 2_000_000;

    public static readonly FrameStratum[] Frame =
    [
        .. Enumerable
            .Range(0, 10)
            .Select(at => new FrameStratum(at < 5 ? "officials" : "private-sector", $"s{at}", $"S{at}", Many + at, Many)),
    ];

    public static readonly SurveyWaveRecord Wave = new(
        new WaveId("af-2026"),
        new AdministrationId("AF"),
        "2026",
        Questionnaire.Shipped,
        Frame,
        default,
        default,
        WaveState.Collecting,
        null
    );
}

internal static class AnswersFile
{
    /// <summary>Seeded; a fifteenth of the answers is left out.</summary>
    public static void Write(string path, int rows)
    {
        var chance = new Random(1);
        using var file = new StreamWriter(path);
        file.Write("group,stratum," + string.Join(',', Questionnaire.Shipped.Questions.Select(question => question.Code)) + "\n");
        for (int row = 0; row < rows; row++)
        {
            FrameStratum stratum = Survey.Frame[chance.Next(Survey.Frame.Length)];
            file.Write(stratum.Group);
            file.Write(',');
            file.Write(stratum.Code);
            foreach (SurveyQuestion question in Questionnaire.Shipped.Questions)
            {
                file.Write(',');
                if ((question.Group is null || question.Group == stratum.Group) && chance.Next(15) > 0)
                {
                    file.Write((char)('1' + chance.Next(5)));
                }
            }

            file.Write('\n');
        }
    }
}

/// <summary>As the import's activity does it: part after part, answers shuffled and written as batches, lines checked; then
/// scored.</summary>
internal static class OwnScoring
{
    public static string Run(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[65_536];
        int read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        AnswerLayout layout = AnswerLayout.Read(head.AsSpan(0, read), Survey.Wave).Layout!;
        var all = new WaveTally(Survey.Wave);
        string batch = path + ".batch";
        (long at, int line, int bad) = (layout.FirstByte, 2, 0);
        byte[] buffer = new byte[2 * ImportActivities.PartBytes];
        while (at < file.Length)
        {
            long left = file.Length - at;
            int length = (int)(left < 2L * ImportActivities.PartBytes ? left : ImportActivities.PartBytes);
            file.Position = at;
            file.ReadExactly(buffer, 0, length);
            int whole = RecordBounds.Cut(buffer.AsSpan(0, length), (byte)layout.Separator, layout.Columns.Count, length == left);
            var reader = new AnswerReader(Survey.Wave, layout);
            line = reader.Read(buffer.AsMemory(0, whole), line);
            all.Add(reader.Tally.Strata);
            bad += reader.Bad.Count;
            File.WriteAllBytes(batch, reader.Batch.Shuffled().Span);
            at += whole;
        }

        File.Delete(batch);
        WaveResults results = WaveScoring.Of(Survey.Wave, all.Strata);
        return Scores.Write(
            from one in results.Groups
            from factor in one.Factors
            select ($"{one.Group} {factor.KeyFactor}", factor.Score!.Value)
        );
    }
}

/// <summary>The same sums by DuckDB: of each stratum and factor n, mean and variance of the respondents' own means; weighted by the frame.
/// It shuffles nothing and writes nothing.</summary>
internal static class DuckDbScoring
{
    public static string Run(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        string factors = string.Join(
            ", ",
            Enumerable
                .Range(1, 10)
                .Select(factor =>
                {
                    string[] codes =
                    [
                        .. Questionnaire
                            .Shipped.Questions.Where(question => question.KeyFactor == factor)
                            .Select(question => question.Code),
                    ];
                    string n = string.Join("+", codes.Select(code => $"({code} IS NOT NULL)::INT")),
                        sum = string.Join("+", codes.Select(code => $"coalesce({code}-1,0)"));
                    return $"CASE WHEN ({n})>0 THEN 25.0::DOUBLE*({sum})/({n}) END AS f{factor}";
                })
        );
        string sums = string.Join(", ", Enumerable.Range(1, 10).Select(factor => $"count(f{factor}), avg(f{factor}), var_samp(f{factor})"));
        string columns = string.Join(", ", Questionnaire.Shipped.Questions.Select(question => $"'{question.Code}': 'TINYINT'"));
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SELECT \"group\", stratum, count(*), {sums} FROM (SELECT \"group\", stratum, {factors} FROM read_csv('{path}', header=true, delim=',', columns={{'group': 'VARCHAR', 'stratum': 'VARCHAR', {columns}}})) GROUP BY ALL ORDER BY 1, 2";
        var strata = new List<(string Group, double Size, double[] Means)>();
        using (DuckDBDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                string stratum = reader.GetString(1);
                strata.Add(
                    (
                        reader.GetString(0),
                        Survey.Frame.First(one => one.Code == stratum).Population,
                        [.. Enumerable.Range(0, 10).Select(factor => reader.GetDouble(4 + (3 * factor)))]
                    )
                );
            }
        }

        return Scores.Write(
            from one in strata.GroupBy(stratum => stratum.Group)
            from factor in Enumerable.Range(0, 10)
            select ($"{one.Key} {factor + 1}", one.Sum(stratum => stratum.Size * stratum.Means[factor]) / one.Sum(stratum => stratum.Size))
        );
    }
}

internal static class Scores
{
    public static string Write(IEnumerable<(string Name, double Score)> scores) =>
        string.Join(
            '|',
            scores
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name}={one.Score:R}"))
        );

    public static bool Agree(string one, string other)
    {
        (string[] first, string[] second) = (one.Split('|'), other.Split('|'));
        return first.Length == second.Length
            && first
                .Zip(second)
                .All(pair =>
                    pair.First.Split('=')[0] == pair.Second.Split('=')[0]
                    && Math.Abs(
                        double.Parse(pair.First.Split('=')[1], CultureInfo.InvariantCulture)
                            - double.Parse(pair.Second.Split('=')[1], CultureInfo.InvariantCulture)
                    ) < 1e-9
                );
    }
}
