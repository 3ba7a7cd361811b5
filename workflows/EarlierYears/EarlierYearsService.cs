using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Obligations;
using ACip.Workflows.Registers;
using ACip.Workflows.Storage;
using Azure.Storage.Blobs;

namespace ACip.Workflows.EarlierYears;

/// <summary>Imports accepted figures of earlier years into a plan's stream, without task, mail or workflow. The same file again changes
/// nothing; another one replaces the periods that it contains.</summary>
public sealed class EarlierYearsService(ProgrammeTable table, PlanVersions versions, HistoricFiles files, TimeProvider clock)
{
    private const int MostPeriods = 40,
        LongestSource = 300;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<HistoricReport>> ListAsync(PlanId plan, CancellationToken cancellation) =>
        [
            .. (await table.ListAsync<HistoricReport>(StreamId.Of(plan), HistoricReport.Prefix, cancellation))
                .Select(row => row.Value)
                .OrderBy(one => one.End),
        ];

    /// <returns>What was taken over; where there are errors, nothing.</returns>
    public async Task<HistoricImport> ImportAsync(PlanId plan, string source, byte[] file, PersonId by, CancellationToken cancellation)
    {
        if (await PlanRows.FindAsync(table, plan, cancellation) is not { Value: var record })
        {
            return Wrong("no-such-plan", Texts.NoSuchPlan);
        }

        if (source.Trim() is not { Length: > 0 and <= LongestSource } told)
        {
            return Wrong("historic-source", Texts.SayTheSource);
        }

        RegisterRead<HistoricLine> read = HistoricFileReader.Read(file);
        ActionPlan shown =
            record.Version == 0
                ? (await PlanRows.DraftAsync(table, plan, cancellation))!.Value
                : await versions.ReadAsync(plan, record.Version, cancellation);
        LineError[] wrong =
        [
            .. read.Errors,
            .. HistoricFileReader.Problems(
                read.Rows,
                shown.Indicators.Select(one => one.Code).ToHashSet(StringComparer.Ordinal),
                shown.Start
            ),
        ];
        if (wrong.Length > 0 || read.Rows.Count == 0)
        {
            return new HistoricImport([], wrong.Length > 0 ? wrong : [new LineError(1, "", "historic-nothing", Texts.NothingInIt)]);
        }

        IGrouping<(DateOnly Start, DateOnly End), HistoricLine>[] periods = [.. read.Rows.GroupBy(line => (line.Start, line.End))];
        if (periods.Length > MostPeriods)
        {
            return Wrong("register-too-long", Texts.TooManyPeriods(most: MostPeriods));
        }

        FiledDocument kept = (await files.KeepAsync(("figures", file), cancellation))!;
        HistoricReport[] reports =
        [
            .. periods.Select(period => new HistoricReport(
                plan,
                period.Key.Start,
                period.Key.End,
                told,
                kept.Sha256,
                [.. period.OrderBy(line => line.Item, StringComparer.Ordinal).Select(line => new HistoricFigure(line.Item, line.Value))],
                by,
                clock.GetUtcNow()
            )),
        ];
        return await table.DecideAsync(() => PutAsync(reports, by, cancellation), cancellation) with { Forgiven = read.Forgiven };
    }

    private async Task<(UnitOfWork?, HistoricImport)> PutAsync(HistoricReport[] reports, PersonId by, CancellationToken cancellation)
    {
        StreamId stream = StreamId.Of(reports[0].Plan);
        Dictionary<string, Row<HistoricReport>> stands = (
            await table.ListAsync<HistoricReport>(stream, HistoricReport.Prefix, cancellation)
        ).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var unit = new UnitOfWork(stream);
        foreach (HistoricReport report in reports)
        {
            Row<HistoricReport>? was = stands.GetValueOrDefault(HistoricReport.Key(report.Period));
            if (was is null || was.Value.FileSha256 != report.FileSha256 || was.Value.Source != report.Source)
            {
                unit.Put(HistoricReport.Key(report.Period), was, report)
                    .Record(new AuditEntry(AuditKind.HistoricReportImported, report.Period.Value, by, null, report.FileSha256));
            }
        }

        return (unit.Actions.Count == 0 ? null : unit, new HistoricImport(reports, []));
    }

    private static HistoricImport Wrong(string rule, Text why) => new([], [new LineError(1, "", rule, why)]);
}

/// <param name="Reports">What stands there now; empty where there are errors.</param>
public sealed record HistoricImport(IReadOnlyList<HistoricReport> Reports, IReadOnlyList<LineError> Errors)
{
    /// <summary>As in <see cref="RegisterRead{TRow}.Forgiven"/>.</summary>
    public IReadOnlyList<Text> Forgiven { get; init; } = [];
}

/// <summary>Files that figures of earlier years came from.</summary>
public sealed class HistoricFiles(BlobServiceClient blobs) : FiledDocuments(blobs, ContainerName, AuditKind.HistoricReportImported)
{
    internal const string ContainerName = "earlier-years";
}
