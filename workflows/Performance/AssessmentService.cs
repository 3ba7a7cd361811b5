using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Performance;

/// <summary>Decisions on self-assessments: the reference data, when one starts, and its answers.</summary>
public sealed class AssessmentService(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock)
{
    private const string ReferenceKey = "pmm-reference";

    /// <returns>The row is null until officers have edited what ships.</returns>
    public async Task<(PmmReference Reference, Row<PmmReference>? Row)> ReferenceAsync(CancellationToken cancellation)
    {
        Row<PmmReference>? row = await table.FindAsync<PmmReference>(StreamId.Programme, ReferenceKey, cancellation);
        return (row?.Value ?? PmmReference.Shipped, row);
    }

    public Task<CommandResult> SaveReferenceAsync(PmmReference reference, PersonId by, AsRead asRead, CancellationToken cancellation) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (reference.Problem() is { } rule)
                {
                    return (null, new CommandResult.Refused(rule, $"The reference data cannot be used: {rule}."));
                }

                Row<PmmReference>? row = await table.FindAsync<PmmReference>(StreamId.Programme, ReferenceKey, cancellation);
                return !asRead.Fits(row is null ? null : AsRead.TagOf(row)) ? (null, CommandResult.Refused.ChangedMeanwhile)
                    : ContentTag.Of(reference) == ContentTag.Of(row?.Value ?? PmmReference.Shipped)
                        ? (null, new CommandResult.Recorded(null))
                    : (
                        new UnitOfWork(StreamId.Programme)
                            .Put(ReferenceKey, row, reference)
                            .Record(new AuditEntry(AuditKind.ProgrammeChanged, ReferenceKey, by)),
                        new CommandResult.Recorded(null)
                    );
            },
            cancellation
        );

    /// <summary>Starts a self-assessment. Later ones start by themselves.</summary>
    /// <returns>The assessment to begin; null where none was.</returns>
    public async Task<(CommandResult Result, AssessmentRef? Begin)> BeginAsync(
        AdministrationId administration,
        int year,
        PersonId? by,
        CancellationToken cancellation
    )
    {
        if (!(await directory.ReadAsync(cancellation)).Administrations.ContainsKey(administration))
        {
            return (new CommandResult.Refused("no-such-administration", "There is no such administration."), null);
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (Math.Abs(year - now.Year) > 1)
        {
            return (new CommandResult.Refused("pmm-year", "An assessment is of this year, the last or the next one."), null);
        }

        var id = new AssessmentRef(administration, year);
        (PmmReference reference, _) = await ReferenceAsync(cancellation);
        bool begun = await table.DecideAsync(
            async () =>
                await FindAsync(id, cancellation) is not null
                    ? ((UnitOfWork?)null, false)
                    : (
                        new UnitOfWork(id.Stream)
                            .Add(
                                id.RowKey,
                                new AssessmentRecord(id, reference, now, AssessmentState.Asked, new Dictionary<string, KpiAnswer>())
                            )
                            .Record(new AuditEntry(AuditKind.AssessmentAsked, id.RowKey, by)),
                        true
                    ),
            cancellation
        );
        return begun
            ? (new CommandResult.Recorded(null), id)
            : (new CommandResult.Refused("pmm-twice", "There is such an assessment already."), null);
    }

    /// <summary>Takes answers. Items that are not named stay as they were.</summary>
    /// <param name="answer">What is said, given the assessment as it stands at the commit.</param>
    /// <param name="submits">True: it is handed in, where nothing is missing.</param>
    /// <param name="also">Adds what must be committed together with it; is told how the assessment then stands.</param>
    internal Task<CommandResult> AnswerAsync(
        AssessmentRef id,
        Func<AssessmentRecord, AssessmentSaid> answer,
        bool submits,
        PersonId by,
        Func<UnitOfWork, AssessmentRecord, AssessmentSaid, Task> also,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await FindAsync(id, cancellation) is not { } row || row.Value.State == AssessmentState.Missed)
                {
                    return (null, new CommandResult.Refused("pmm-closed", "This assessment takes no answers."));
                }

                AssessmentSaid said = answer(row.Value);
                if (
                    said.Answers.Values.Any(one =>
                        TextRefusals.Refuse(TextBounds.Reason, one.NotMeasurable) is not null
                        || Math.Abs(one.Value ?? 0) > SoundJson.LargestNumber
                    )
                )
                {
                    return (null, new CommandResult.Refused(TextBounds.Rule, $"A reason has at most {TextBounds.Reason} characters."));
                }

                DateTimeOffset now = clock.GetUtcNow();
                var unit = new UnitOfWork(id.Stream);
                AssessmentRecord after = said.NothingNew ? row.Value : said.Over(row.Value);
                bool given = row.Value.State == AssessmentState.Given;
                if (after.Missing.Count == 0 && (given ? !said.NothingNew : submits))
                {
                    after = after with { State = AssessmentState.Given, GivenBy = by, GivenAt = now };
                    unit.Record(new AuditEntry(AuditKind.AssessmentGiven, id.RowKey, by));
                    await TaskEnding.AnswerAsync(table, unit, id.Task, by, now, cancellation);
                }

                unit.Replace(row, after);
                await also(unit, after, said);
                return (unit, new CommandResult.Recorded(after.State == AssessmentState.Given ? id.Task.InstanceId : null));
            },
            cancellation
        );

    public Task<Row<AssessmentRecord>?> FindAsync(AssessmentRef id, CancellationToken cancellation) =>
        table.FindAsync<AssessmentRecord>(id.Stream, id.RowKey, cancellation);

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<AssessmentRecord>> ListAsync(AdministrationId administration, CancellationToken cancellation) =>
        [
            .. (
                await table.ListAsync<AssessmentRecord>(AssessmentRef.StreamOf(administration), AssessmentRef.KeyPrefix, cancellation)
            ).Select(row => row.Value),
        ];

    /// <summary>Of all administrations, in one query; each one's oldest first.</summary>
    public async Task<ILookup<AdministrationId, AssessmentRecord>> ListAllAsync(CancellationToken cancellation) =>
        (await table.ListOfAllAsync<AssessmentRecord>(AssessmentRef.Streams, AssessmentRef.KeyPrefix, cancellation)).ToLookup(
            row => row.Value.Ref.Administration,
            row => row.Value
        );
}
