using System.Text.Json;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Audit;
using ACip.Workflows.Documents;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>The draft of a plan, edited through the API, the page or the workbook. Whoever saves second is told and sees both
/// versions.</summary>
public sealed partial class PlanDraftService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanVersions versions,
    MeasuredFigures measured,
    TimeProvider clock
)
{
    /// <summary>A table row holds 1 MiB of UTF-16, and the transaction holds more than the draft.</summary>
    private const int MostBytes = 400_000;

    /// <returns>Null where there is no such plan.</returns>
    public async Task<DraftStatus?> ReadAsync(PlanId id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } found
            ? await StatusAsync(found.Plan.Value, found.Draft.Value, found.Mark?.Value, cancellation)
            : null;

    /// <param name="asRead">The draft that the sender has read, by its <see cref="DraftStatus.Tag"/>.</param>
    /// <param name="source">"page:{key}" or "api:{key}".</param>
    public Task<DraftResult> SaveAsync(
        PlanId id,
        ReadOnlyMemory<byte> json,
        AsRead asRead,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation
    )
    {
        PlanReading reading = PlanDocument.Parse(json.Span);
        return reading.Plan is not { } sent
            ? Task.FromResult<DraftResult>(new DraftResult.NotAPlan(reading.At!, reading.Why!))
            : ChangeAsync(
                id,
                by,
                source,
                found =>
                    !asRead.Fits(PlanDocument.Hash(found))
                        ? new Change(
                            Ours(sent, found),
                            DraftSections
                                .All.Where(section => DraftSections.Tag(sent, section) != DraftSections.Tag(found, section))
                                .ToArray()
                        )
                    : sent.Id != found.Id || sent.Administration != found.Administration
                        ? new Change(Refusal: new DraftResult.Refused("another-plan", Texts.DocumentAnotherPlan))
                    : new Change(Ours(sent, found)),
                null,
                cancellation
            );
    }

    /// <param name="section">One of <see cref="DraftSections.All"/>.</param>
    /// <param name="asRead">The section that the sender has read, by its <see cref="DraftSections.Tag"/>.</param>
    public Task<DraftResult> SaveSectionAsync(
        PlanId id,
        string section,
        JsonElement content,
        AsRead asRead,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            id,
            by,
            source,
            found =>
            {
                PlanReading reading = DraftSections.With(found, section, content);
                return reading.Plan is not { } sent ? new Change(Refusal: new DraftResult.NotAPlan(reading.At!, reading.Why!))
                    : !asRead.Fits(DraftSections.Tag(found, section))
                    && DraftSections.Tag(sent, section) != DraftSections.Tag(found, section)
                        ? new Change(sent, [section])
                    : new Change(sent);
            },
            null,
            cancellation
        );

    /// <summary>Revises an approved indicator in a revision's draft and fills in number, reason, first day and conversion.</summary>
    /// <param name="revised">The indicator as it shall be, why, and how old values become new ones (null: the series breaks).</param>
    /// <param name="asRead">What was read of the section "indicators".</param>
    public Task<DraftResult> ReviseIndicatorAsync(
        PlanId id,
        (Indicator Changed, string Reason, decimal? Factor) revised,
        AsRead asRead,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            id,
            by,
            source,
            (found, plan, approved) =>
            {
                (Indicator changed, string reason, decimal? factor) = revised;
                if (plan.Revision is not { } revision || approved is null)
                {
                    return new Change(Refusal: new DraftResult.Refused("no-revision", Texts.OpenARevisionFirst));
                }

                if (approved.Indicators.FirstOrDefault(indicator => indicator.Code == changed.Code) is not { } was)
                {
                    return new Change(
                        Refusal: new DraftResult.Refused(
                            "no-such-indicator",
                            Texts.NoApprovedIndicatorCodeChangedCode(changedCode: changed.Code)
                        )
                    );
                }

                ActionPlan sent = IndicatorRevising.In(found, IndicatorRevising.Of(was, changed, reason, revision.EffectiveFrom, factor));
                return
                    asRead.Fits(DraftSections.Tag(found, Indicators))
                    || DraftSections.Tag(sent, Indicators) == DraftSections.Tag(found, Indicators)
                    ? new Change(sent)
                    : new Change(sent, [Indicators]);
            },
            null,
            cancellation
        );

    private const string Indicators = "indicators";

    private static DraftResult.Refused NoSuchPlan { get; } = new("no-such-plan", Texts.ThereIsNoSuchPlan);

    private Task<DraftResult> ChangeAsync(
        PlanId id,
        PersonId by,
        EntrySource source,
        Func<ActionPlan, Change> change,
        Func<UnitOfWork, DraftResult.Saved, Task>? also,
        CancellationToken cancellation
    ) => ChangeAsync(id, by, source, (draft, _, _) => change(draft), also, cancellation);

    private Task<DraftResult> ChangeAsync(
        PlanId id,
        PersonId by,
        EntrySource source,
        Func<ActionPlan, PlanRecord, ActionPlan?, Change> change,
        Func<UnitOfWork, DraftResult.Saved, Task>? also,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<DraftResult>(
            async () =>
            {
                if (await FindAsync(id, cancellation) is not { } found)
                {
                    return (null, NoSuchPlan);
                }

                PlanRecord plan = found.Plan.Value;
                if (!plan.TakesDraft)
                {
                    return (
                        null,
                        new DraftResult.Refused(
                            "plan-not-in-drafting",
                            Texts.PlanDraftStageOnlyDraftCanChanged(draftStage: plan.DraftStage.ToString())
                        )
                    );
                }

                Change made = change(found.Draft.Value, plan, await ApprovedAsync(plan, cancellation));
                if (made.Refusal is { } refusal)
                {
                    return (null, refusal);
                }

                if (made.Disputed is { Count: > 0 } disputed)
                {
                    return (
                        null,
                        new DraftResult.Conflict(
                            made.Draft!,
                            await StatusAsync(plan, found.Draft.Value, found.Mark?.Value, cancellation),
                            disputed
                        )
                    );
                }

                made = made with { Draft = await measured.WithBaselinesAsync(made.Draft!, cancellation) };
                byte[] document = PlanDocument.Write(made.Draft!);
                if (document.Length > MostBytes)
                {
                    return (null, new DraftResult.Refused("plan-too-large", Texts.PlanLargerThanPlanCan));
                }

                DraftMark mark = DraftMark.After(found.Mark?.Value, by, clock.GetUtcNow(), source);
                var saved = new DraftResult.Saved(await StatusAsync(plan, made.Draft!, mark, cancellation), made.Problems ?? []);
                UnitOfWork unit = Save(found, made.Draft!, mark, CanonicalJson.Sha256(document));
                if (also is not null)
                {
                    await also(unit, saved);
                }

                return (unit.Actions.Count == 0 ? null : unit, saved);
            },
            cancellation
        );

    /// <returns>Nothing to commit where nothing differs.</returns>
    private static UnitOfWork Save(Found found, ActionPlan draft, DraftMark mark, string sha256)
    {
        PlanRecord plan = found.Plan.Value;
        var unit = new UnitOfWork(StreamId.Of(plan.Id));
        // the file too, though it does not change: a draft must not change under somebody who hands it in
        return sha256 == PlanDocument.Hash(found.Draft.Value)
            ? unit
            : unit.Replace(found.Plan, plan)
                .Replace(found.Draft, draft)
                .Put(PlanRows.DraftMark, found.Mark, mark)
                .Record(new AuditEntry(AuditKind.PlanDrafted, plan.Id.Value, mark.By, mark.Source.Value, sha256));
    }

    private async Task<Found?> FindAsync(PlanId id, CancellationToken cancellation) =>
        await PlanRows.FindAsync(table, id, cancellation) is { } plan && await PlanRows.DraftAsync(table, id, cancellation) is { } draft
            ? new Found(plan, draft, await table.FindAsync<DraftMark>(StreamId.Of(id), PlanRows.DraftMark, cancellation))
            : null;

    private async Task<DraftStatus> StatusAsync(PlanRecord plan, ActionPlan draft, DraftMark? mark, CancellationToken cancellation) =>
        new(
            plan,
            draft,
            mark,
            DraftCheck.Of(draft, plan, await ApprovedAsync(plan, cancellation), await directory.ReadAsync(cancellation))
        );

    private async Task<ActionPlan?> ApprovedAsync(PlanRecord plan, CancellationToken cancellation) =>
        plan.Version == 0 ? null : await versions.ReadAsync(plan.Id, plan.Version, cancellation);

    /// <summary>Owner, version and notice are always ours, whatever was sent.</summary>
    private static ActionPlan Ours(ActionPlan sent, ActionPlan found) =>
        sent with
        {
            Id = found.Id,
            Administration = found.Administration,
            Version = found.Version,
            Notice = found.Notice,
        };

    /// <summary>A value from an external file becomes part of a key only if it is a hash.</summary>
    private static string Slug(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? hash : "none";

    private sealed record Found(Row<PlanRecord> Plan, Row<ActionPlan> Draft, Row<DraftMark>? Mark);

    private sealed record Change(
        ActionPlan? Draft = null,
        IReadOnlyList<string>? Disputed = null,
        DraftResult? Refusal = null,
        IReadOnlyList<WorkbookProblem>? Problems = null
    );
}
