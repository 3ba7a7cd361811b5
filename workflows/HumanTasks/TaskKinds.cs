using System.Collections.Frozen;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.HumanTasks;

/// <summary>All kinds of task that the capabilities have registered.</summary>
/// <remarks>Asked of the container when first needed: a kind may itself need what uses this, and no public constructor can take what is
/// internal.</remarks>
public sealed class TaskKinds(IServiceProvider services)
{
    internal static readonly IReadOnlySet<PersonId> Nobody = FrozenSet<PersonId>.Empty;

    private readonly Lazy<FrozenDictionary<TaskKind, ITaskKind>> kinds = new(() =>
        services.GetServices<ITaskKind>().ToFrozenDictionary(kind => kind.Definition.Kind)
    );

    /// <exception cref="InvalidOperationException">No capability has registered this kind.</exception>
    internal ITaskKind Of(TaskKind kind) =>
        kinds.Value.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No capability has registered tasks of kind {kind}.");

    /// <summary>What tasks of this kind are called in lists; the bare name where nobody has registered it.</summary>
    public Text TitleOf(TaskKind kind) => kinds.Value.GetValueOrDefault(kind)?.Title ?? Text.Same(kind.Name);

    /// <summary>The task with what is read in one call with it, where its name tells that.</summary>
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
