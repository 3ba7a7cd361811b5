using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Surveys.Waves;

public sealed class WaveActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    ResponseStore store,
    SlipMixing mixing,
    TimeProvider clock
)
{
    private static readonly TimeSpan ReviewTime = TimeSpan.FromDays(21),
        GraceTime = TimeSpan.FromDays(60);

    /// <summary>Does what can be done at once, and says what the survey has to wait for. Each change of the row is one step, so that
    /// whatever is repeated finds what was done.</summary>
    [Function(nameof(TakeWaveStep))]
    public async Task<WaveNextAction> TakeWaveStep([ActivityTrigger] WaveRef id, CancellationToken cancellation)
    {
        while (true)
        {
            Row<SurveyWaveRecord> row =
                await WaveRows.FindAsync(table, id.Wave, cancellation)
                ?? throw new InvalidOperationException($"There is no survey {id.Wave}.");
            WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
                await directory.HomeAsync(row.Value.Administration, cancellation)
            );
            WaveNextAction? next = row.Value.State switch
            {
                WaveState.Prepared => await OpenAsync(row, home, cancellation),
                WaveState.Collecting => await CollectAsync(row, home, cancellation),
                WaveState.Closed => await ScoreAsync(row, cancellation),
                WaveState.InReview => await AskAsync(row, home, cancellation),
                _ => new WaveNextAction(Ended: true),
            };
            if (next is not null)
            {
                return next;
            }
        }
    }

    private async Task<WaveNextAction?> OpenAsync(Row<SurveyWaveRecord> row, WorkingCalendar home, CancellationToken cancellation)
    {
        DateTimeOffset opens = home.At(row.Value.Opens, TimeOnly.MinValue);
        return clock.GetUtcNow() < opens && !row.Value.CloseAsked
            ? new WaveNextAction(Until: opens)
            : await PutAsync(row, row.Value with { State = WaveState.Collecting }, AuditKind.SurveyOpened, null, cancellation);
    }

    private async Task<WaveNextAction?> CollectAsync(Row<SurveyWaveRecord> row, WorkingCalendar home, CancellationToken cancellation)
    {
        SurveyWaveRecord wave = row.Value;
        DateOnly today = home.DayOf(clock.GetUtcNow());
        foreach (Row<ImportProgress> import in await table.ListAsync<ImportProgress>(wave.Id.Stream, ImportProgress.Prefix, cancellation))
        {
            if (import.Value.Blob is not null)
            {
                return new WaveNextAction(Import: new ImportRef(wave.Id, import.Value.Sha256));
            }
        }

        if (WaveRules.HasToClose(wave, today))
        {
            return await PutAsync(row, wave with { State = WaveState.Closed }, AuditKind.SurveyClosed, null, cancellation);
        }

        if (wave.PutAway is null || wave.PutAway < today.AddDays(-1))
        {
            IReadOnlyDictionary<string, long> answered = wave.PutAway is null
                ? wave.Answered
                : await mixing.MixAsync(wave, today.AddDays(-1), final: false, cancellation);
            return await PutAsync(row, wave with { PutAway = today.AddDays(-1), Answered = answered }, null, null, cancellation);
        }

        return new WaveNextAction(Until: home.At(today.AddDays(1), TimeOnly.MinValue));
    }

    /// <summary>Mixes the last slips, forgets the codes and computes the scores. Whatever reveals individuals is removed before they are
    /// written.</summary>
    private async Task<WaveNextAction?> ScoreAsync(Row<SurveyWaveRecord> row, CancellationToken cancellation)
    {
        SurveyWaveRecord wave = row.Value;
        IReadOnlyDictionary<string, long> answered = await mixing.MixAsync(wave, wave.Closes, final: true, cancellation);
        await mixing.ForgetCodesAsync(wave.Id, cancellation);
        WaveResults results = WaveScoring.Of(wave, (await store.TallyAsync(wave, cancellation)).Strata);
        var unit = new UnitOfWork(wave.Id.Stream);
        unit.Put(WaveRows.Results, await table.FindAsync<WaveResults>(wave.Id.Stream, WaveRows.Results, cancellation), results);
        unit.Replace(row, wave with { State = WaveState.InReview, Answered = answered });
        unit.Record(new AuditEntry(AuditKind.SurveyScored, wave.Id.Value));
        await table.TryCommitAsync(unit, cancellation);
        return null;
    }

    private async Task<WaveNextAction?> AskAsync(Row<SurveyWaveRecord> row, WorkingCalendar home, CancellationToken cancellation)
    {
        SurveyWaveRecord wave = row.Value;
        TaskRef task = SurveyTaskKinds.ReviewOf(wave.Id);
        Row<HumanTaskRecord>? asked = await TaskRows.FindAsync(table, task, cancellation);
        if (WaveRules.IsWithheldInSilence(asked?.Value))
        {
            return await PutAsync(
                row,
                wave with
                {
                    State = WaveState.Withheld,
                },
                AuditKind.SurveyWithheld,
                "nobody has decided",
                cancellation
            );
        }

        if (asked is null)
        {
            DateTimeOffset now = clock.GetUtcNow(),
                due = home.EndOfWorkingDay(now, ReviewTime);
            ProgrammeRegister register = await directory.ReadAsync(cancellation);
            HumanTaskRecord file = HumanTaskRecord.Ask(
                task.Task,
                SurveyTaskKinds.ReviewSurvey,
                TaskSubject.From(wave.Id.Value),
                1,
                wave.Administration,
                register.Answering(wave.Administration, home.DayOf(now)),
                now,
                due,
                home.EndOfWorkingDay(due, GraceTime)
            );
            await TaskRows.AskOnceAsync(table, task, file, cancellation);
        }

        return new WaveNextAction(Ask: new TaskAsked(task.Stream, task.Task));
    }

    private async Task<WaveNextAction?> PutAsync(
        Row<SurveyWaveRecord> row,
        SurveyWaveRecord after,
        AuditKind? kind,
        string? why,
        CancellationToken cancellation
    )
    {
        var unit = new UnitOfWork(after.Id.Stream);
        unit.Replace(row, after);
        if (kind is { } known)
        {
            unit.Record(new AuditEntry(known, after.Id.Value, Reason: why));
        }

        await table.TryCommitAsync(unit, cancellation);
        return null;
    }
}
