using System.Collections.Frozen;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.HumanTasks;

/// <summary>All kinds of task that the capabilities have registered.</summary>
/// <remarks>Resolved when first used, because a kind may depend on a service that depends on this class; and an internal type cannot be a
/// parameter of a public constructor.</remarks>
public sealed class TaskKinds(IServiceProvider services)
{
    internal static readonly IReadOnlySet<PersonId> Nobody = FrozenSet<PersonId>.Empty;

    private readonly Lazy<FrozenDictionary<TaskKind, ITaskKind>> kinds = new(() =>
        services.GetServices<ITaskKind>().ToFrozenDictionary(kind => kind.Definition.Kind)
    );

    /// <exception cref="InvalidOperationException">No capability has registered this kind.</exception>
    internal ITaskKind Of(TaskKind kind) =>
        kinds.Value.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No capability has registered tasks of kind {kind}.");

    /// <summary>The title of this kind of task in lists; the bare name if no capability has registered it.</summary>
    public Text TitleOf(TaskKind kind) => kinds.Value.GetValueOrDefault(kind)?.Title ?? Text.Same(kind.Name);

    /// <summary>Reads the task, and the rows beside it if its name identifies them, in one call.</summary>
    internal async Task<FoundRows?> ReadStepAsync(ProgrammeTable table, TaskRef task, CancellationToken cancellation) =>
        Beside(task) is { } rows ? await table.FindSomeAsync(task.Stream, [.. rows.Keys, task.RowKey], rows.Prefixes, cancellation) : null;

    /// <param name="more">Keys of further rows.</param>
    internal async Task<FoundRows?> ReadForAnswerAsync(
        ProgrammeTable table,
        TaskRef task,
        IReadOnlyList<string> more,
        CancellationToken cancellation
    ) =>
        Beside(task) is { } rows
            ? await table.FindSomeAsync(task.Stream, [.. rows.Keys, .. more], [.. rows.Prefixes, .. rows.MorePrefixes], cancellation)
            : null;

    private RowsBeside? Beside(TaskRef task) =>
        kinds.Value.Values.Select(kind => kind.RowsBeside(task)).FirstOrDefault(rows => rows is not null);
}
