using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Documents;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>The outcome of a draft that somebody sent. Nothing is lost: a rejected draft is returned beside the current one.</summary>
public abstract record DraftResult
{
    private DraftResult() { }

    /// <param name="Problems">Cells of a workbook whose values were not taken; their old values stay.</param>
    public sealed record Saved(DraftStatus Status, IReadOnlyList<WorkbookProblem> Problems) : DraftResult;

    /// <summary>Somebody else has saved since the draft was read.</summary>
    /// <param name="Sections">What both changed.</param>
    public sealed record Conflict(ActionPlan Yours, DraftStatus Theirs, IReadOnlyList<string> Sections) : DraftResult;

    /// <param name="At">JSON path.</param>
    public sealed record NotAPlan(string At, string Why) : DraftResult;

    public sealed record NotAWorkbook(IReadOnlyList<WorkbookProblem> Problems) : DraftResult;

    /// <param name="Rule">Name of the rule that refuses: the same in API, page and mail.</param>
    public sealed record Refused(string Rule, Text Why) : DraftResult;
}

/// <summary>The current draft and what is still wrong with it.</summary>
/// <param name="Mark">Who saved it last; null where it is as it was begun.</param>
/// <param name="Findings">Errors hinder the submission, warnings are shown to the approver.</param>
public sealed record DraftStatus(PlanRecord Plan, ActionPlan Draft, DraftMark? Mark, IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>Changes if and only if the draft changes.</summary>
    public string Tag => PlanDocument.Hash(Draft);

    public bool MayBeSubmitted => Plan.TakesDraft && Findings.All(finding => finding.Severity != Severity.Error);
}

/// <param name="Authors">Everybody who has saved it since the last approval; none of them may approve it.</param>
public sealed record DraftMark(PersonId By, DateTimeOffset At, EntrySource Source, IReadOnlyList<PersonId> Authors)
{
    public static DraftMark After(DraftMark? before, PersonId by, DateTimeOffset at, EntrySource source) =>
        new(
            by,
            at,
            source,
            before is null ? [by]
                : before.Authors.Contains(by) ? before.Authors
                : [.. before.Authors, by]
        );
}
