using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
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
public sealed class FinanceService(ProgrammeTable table, ProgrammeDirectory directory)
{
    /// <summary>More than any grant has; they are committed together.</summary>
    private const int MostPeriods = 40;

    /// <summary>Of one agreement, oldest first.</summary>
    public async Task<IReadOnlyList<FinancialPeriod>> ListAsync(AgreementId agreement, CancellationToken cancellation) =>
        [.. (await RowsAsync(agreement, cancellation)).Select(row => row.Value).OrderBy(one => one.Start)];

    public async Task<FinancialPeriod?> FindAsync(AgreementId agreement, PeriodKey period, CancellationToken cancellation) =>
        (await table.FindAsync<FinancialPeriod>(StreamId.Programme, FinancialPeriod.Key(agreement, period), cancellation))?.Value;

    /// <param name="asRead">The entry that the officer has read, by its tag, or that there was none.</param>
    public Task<RegisterResult<FinancialPeriod>> SaveAsync(
        FinancialPeriod period,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) => SaveAsync(period, period.Period, asRead, by, cancellation);

    /// <summary>Saves a period whose days may have been mended: they are its key, so the entry of the old days goes in the same
    /// commit.</summary>
    /// <param name="was">The days under which it was read.</param>
    public async Task<RegisterResult<FinancialPeriod>> SaveAsync(
        FinancialPeriod period,
        PeriodKey was,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    )
    {
        directory.Forget();
        if (TextRefusals.RefuseRow(period) is { } refused)
        {
            return new RegisterResult<FinancialPeriod>(null, null, [new("$", refused.Rule, refused.Why)]);
        }

        ProgrammeRegister programme = await directory.ReadAsync(cancellation);
        RegisterResult<FinancialPeriod> result = await table.DecideAsync<RegisterResult<FinancialPeriod>>(
            async () =>
            {
                (UnitOfWork unit, IReadOnlyList<Row<FinancialPeriod>> rows) = await BookAsync(period.Agreement, cancellation);
                Row<FinancialPeriod>? stands = rows.FirstOrDefault(row => row.Value.Period == was);
                if (!asRead.Fits(stands is null ? null : ContentTag.Of(stands.Value)))
                {
                    return (null, new RegisterResult<FinancialPeriod>(null, stands?.Value, []) { IsStale = true });
                }

                FinancialPeriod[] others = [.. rows.Select(row => row.Value).Where(one => one.Period != was)];
                if (FinancialPeriodEntryRules.In(period, programme, others, stands?.Value) is { Count: > 0 } problems)
                {
                    return (null, new RegisterResult<FinancialPeriod>(null, stands?.Value, problems));
                }

                return (
                    stands is not null && ContentTag.Of(period) == ContentTag.Of(stands.Value) ? null : Put(unit, stands, period, by),
                    new RegisterResult<FinancialPeriod>(period, stands?.Value, [])
                );
            },
            cancellation
        );
        directory.Forget();
        return result;
    }

    /// <summary>Imports periods from a CSV or XLSX file. Each replaces the period with the same dates. All or none are imported; the same
    /// file again changes nothing.</summary>
    public async Task<FinanceImport> ImportAsync(AgreementId agreement, byte[] file, PersonId by, CancellationToken cancellation)
    {
        RegisterRead<FiledPeriod> read = FinanceFileReader.Read(agreement, file);
        if (!read.IsSound)
        {
            return new FinanceImport([], read.Errors, read.Forgiven);
        }

        directory.Forget();
        ProgrammeRegister programme = await directory.ReadAsync(cancellation);
        return await table.DecideAsync(
            async () =>
            {
                (UnitOfWork unit, IReadOnlyList<Row<FinancialPeriod>> rows) = await BookAsync(agreement, cancellation);
                int untouched = unit.Actions.Count;
                FinancialPeriod[] after =
                [
                    .. rows.Select(row => row.Value).Where(old => read.Rows.All(one => one.Period.Period != old.Period)),
                    .. read.Rows.Select(one => one.Period),
                ];
                LineError[] wrong =
                [
                    .. from one in read.Rows
                    from problem in FinancialPeriodEntryRules.In(
                        one.Period,
                        programme,
                        [.. after.Where(other => other.Period != one.Period.Period)],
                        rows.FirstOrDefault(row => row.Value.Period == one.Period.Period)?.Value
                    )
                    select one.Where(problem),
                    .. read.Rows.Count > MostPeriods
                        ? [new LineError(1, "", "register-too-long", Text.Same($"At most {MostPeriods} periods in a file."))]
                        : Array.Empty<LineError>(),
                ];
                if (wrong.Length > 0)
                {
                    return ((UnitOfWork?)null, new FinanceImport([], wrong, read.Forgiven));
                }

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
                    unit.Actions.Count == untouched ? null : unit,
                    new FinanceImport([.. read.Rows.Select(one => one.Period)], [], read.Forgiven)
                );
            },
            cancellation
        );
    }

    /// <summary>People who have entered any of it; they cannot sign a report on it.</summary>
    public static bool IsAbout(AgreementId agreement, AuditEvent link) =>
        link.Subject.StartsWith($"{FinancialPeriod.Prefix}{agreement}|", StringComparison.Ordinal);

    /// <summary>An agreement's periods, and a unit of work that writes the agreement again as it is: of two officers who enter periods at
    /// the same moment the second decides anew. Their rows alone would not meet.</summary>
    private async Task<(UnitOfWork Unit, IReadOnlyList<Row<FinancialPeriod>> Rows)> BookAsync(
        AgreementId agreement,
        CancellationToken cancellation
    )
    {
        var unit = new UnitOfWork(StreamId.Programme);
        if (await table.FindAsync<GrantAgreement>(StreamId.Programme, ProgrammeRows.Key(agreement), cancellation) is { } row)
        {
            unit.Replace(row, row.Value);
        }

        return (unit, await RowsAsync(agreement, cancellation));
    }

    private static UnitOfWork Put(UnitOfWork unit, Row<FinancialPeriod>? stands, FinancialPeriod period, PersonId by)
    {
        string key = FinancialPeriod.Key(period.Agreement, period.Period);
        if (stands is not null && stands.Key != key)
        {
            unit.Delete(stands).Record(new AuditEntry(AuditKind.ProgrammeChanged, stands.Key, by, $"now {period.Period}"));
            stands = null;
        }

        return unit.Put(key, stands, period).Record(new AuditEntry(AuditKind.ProgrammeChanged, key, by, DataSha256: ContentTag.Of(period)));
    }

    private Task<IReadOnlyList<Row<FinancialPeriod>>> RowsAsync(AgreementId agreement, CancellationToken cancellation) =>
        table.ListAsync<FinancialPeriod>(StreamId.Programme, $"{FinancialPeriod.Prefix}{agreement}|", cancellation);
}

/// <param name="Periods">What was taken over; empty where there are errors.</param>
public sealed record FinanceImport(IReadOnlyList<FinancialPeriod> Periods, IReadOnlyList<LineError> Errors, IReadOnlyList<Text> Forgiven);
