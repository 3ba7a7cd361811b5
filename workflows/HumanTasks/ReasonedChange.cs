using ACip.Workflows.Languages;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Checks, in one fixed order, whether a change that needs a reason can be made: it exists, it is what was read, and a reason is
/// given.</summary>
internal static class ReasonedChange
{
    public static CommandResult.Refused ReasonNeeded { get; } =
        new("reason-needed", "This needs a reason: it is kept, and told to those whom it concerns.");

    /// <param name="row">Null: there is no such record.</param>
    /// <param name="noSuch">What is said then.</param>
    /// <param name="needsReason">False: it may be empty.</param>
    /// <returns>Null where it may be changed.</returns>
    public static CommandResult.Refused? Refuse<T>(
        Row<T>? row,
        CommandResult.Refused noSuch,
        string reason,
        AsRead asRead,
        bool needsReason = true
    ) =>
        needsReason && string.IsNullOrWhiteSpace(reason) ? ReasonNeeded
        : row is null ? noSuch
        : TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer ? longer
        : !asRead.Fits(row) ? CommandResult.Refused.ChangedMeanwhile
        : null;
}
