using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Registers;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.Finance;

/// <summary>The accounts of grants: one row per financial period in the programme's stream, entered one by one or imported.</summary>
public sealed class FinanceService(ProgrammeTable table, ProgrammeDirectory directory, RegisterService register)
{
    /// <summary>More than any grant has; they are committed together.</summary>
    private const int MostPeriods = 40;

    /// <summary>Of one agreement, oldest first.</summary>
    public async Task<IReadOnlyList<FinancialPeriod>> ListAsync(AgreementId agreement, CancellationToken cancellation) =>
        [.. (await RowsAsync(agreement, cancellation)).Select(row => row.Value).OrderBy(one => one.Start)];

    public async Task<FinancialPeriod?> FindAsync(AgreementId agreement, PeriodKey period, CancellationToken cancellation) =>
        (await table.FindAsync<FinancialPeriod>(StreamId.Programme, FinancialPeriod.Key(agreement, period), cancellation))?.Value;

    /// <param name="asRead">The entry that the officer has read, by its tag, or that there was none.</param>
    public async Task<RegisterResult<FinancialPeriod>> SaveAsync(
        FinancialPeriod period,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<FinancialPeriod> others =
        [
            .. (await ListAsync(period.Agreement, cancellation)).Where(one => one.Period != period.Period),
        ];
        return await register.SaveAsync(
            FinancialPeriod.Key(period.Agreement, period.Period),
            period,
            asRead,
            by,
            (one, programme) => FinancialRules.In(one, programme, others),
            cancellation
        );
    }

    /// <summary>Imports periods from a CSV or XLSX file. Each replaces the period with the same dates. All or none are imported; the same
    /// file again changes nothing.</summary>
    public async Task<FinanceImport> ImportAsync(AgreementId agreement, byte[] file, PersonId by, CancellationToken cancellation)
    {
        RegisterRead<FiledPeriod> read = FinanceFile.Read(agreement, file);
        if (!read.IsSound)
        {
            return new FinanceImport([], read.Errors, read.Forgiven);
        }

        directory.Forget();
        ProgrammeRegister programme = await directory.ReadAsync(cancellation);
        return await table.DecideAsync(
            async () =>
            {
                IReadOnlyList<Row<FinancialPeriod>> rows = await RowsAsync(agreement, cancellation);
                FinancialPeriod[] after =
                [
                    .. rows.Select(row => row.Value).Where(old => read.Rows.All(one => one.Period.Period != old.Period)),
                    .. read.Rows.Select(one => one.Period),
                ];
                LineError[] wrong =
                [
                    .. from one in read.Rows
                    from problem in FinancialRules.In(one.Period, programme, [.. after.Where(other => other.Period != one.Period.Period)])
                    select one.Where(problem),
                    .. read.Rows.Count > MostPeriods
                        ? [new LineError(1, "", "register-too-long", Text.Same($"At most {MostPeriods} periods in a file."))]
                        : Array.Empty<LineError>(),
                ];
                if (wrong.Length > 0)
                {
                    return ((UnitOfWork?)null, new FinanceImport([], wrong, read.Forgiven));
                }

                var unit = new UnitOfWork(StreamId.Programme);
                foreach (FinancialPeriod one in read.Rows.Select(row => row.Period))
                {
                    string key = FinancialPeriod.Key(agreement, one.Period);
                    Row<FinancialPeriod>? was = rows.FirstOrDefault(row => row.Key == key);
                    if (was is null || ContentTag.Of(was.Value) != ContentTag.Of(one))
                    {
                        unit.Put(key, was, one).Record(new AuditEntry(AuditKind.ProgrammeChanged, key, by, "imported", ContentTag.Of(one)));
                    }
                }

                return (
                    unit.Actions.Count == 0 ? null : unit,
                    new FinanceImport([.. read.Rows.Select(one => one.Period)], [], read.Forgiven)
                );
            },
            cancellation
        );
    }

    /// <summary>People who have entered any of it; they cannot sign a report on it.</summary>
    public static bool IsAbout(AgreementId agreement, AuditEvent link) =>
        link.Subject.StartsWith($"{FinancialPeriod.Prefix}{agreement}|", StringComparison.Ordinal);

    private Task<IReadOnlyList<Row<FinancialPeriod>>> RowsAsync(AgreementId agreement, CancellationToken cancellation) =>
        table.ListAsync<FinancialPeriod>(StreamId.Programme, $"{FinancialPeriod.Prefix}{agreement}|", cancellation);
}

/// <param name="Periods">What was taken over; empty where there are errors.</param>
public sealed record FinanceImport(IReadOnlyList<FinancialPeriod> Periods, IReadOnlyList<LineError> Errors, IReadOnlyList<Text> Forgiven);
