using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>The answer to a short form: one row per task, in its stream. A later answer replaces the items that it names.</summary>
/// <param name="Complete">True: nothing is missing, and it counts.</param>
public sealed record ShortFormAnswer(
    TaskId Task,
    AdministrationId? Administration,
    IReadOnlyDictionary<string, ShortFormValue> Values,
    bool Complete,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source
)
{
    public const string Prefix = "form|";

    /// <summary>When each answer was given or taken back, by code; null in older rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, ShortFormMoment>? Given { get; init; }

    /// <summary>Null where nothing was said of this question.</summary>
    internal Arrival? ArrivedOf(string code) =>
        Given is { } given
            ? given.TryGetValue(code, out ShortFormMoment? moment)
                ? moment.Arrived
                : null
            : Values.ContainsKey(code)
                ? At
                : null;

    /// <summary>Files that came with the latest answer. The capability stores them; this row does not.</summary>
    [JsonIgnore]
    internal IReadOnlyList<AnswerFile> Files { get; init; } = [];

    public bool? Yes(string code) => Values.GetValueOrDefault(code)?.Yes;

    /// <summary>0 if no number was given.</summary>
    public int Count(string code) => (int)(Values.GetValueOrDefault(code)?.Number ?? 0);

    /// <summary>Null if nothing was written.</summary>
    public string? Words(string code) => Values.GetValueOrDefault(code)?.Words;

    public static string Key(TaskId task) => Prefix + task;

    public static Task<Row<ShortFormAnswer>?> FindAsync(ProgrammeTable table, TaskRef task, CancellationToken cancellation) =>
        table.FindAsync<ShortFormAnswer>(task.Stream, Key(task.Task), cancellation);

    /// <summary>The valid answers to all tasks whose ids start with a prefix.</summary>
    public static async Task<IReadOnlyList<ShortFormAnswer>> ListAsync(
        ProgrammeTable table,
        StreamId stream,
        string tasks,
        CancellationToken cancellation
    ) =>
        [
            .. (await table.ListAsync<ShortFormAnswer>(stream, Prefix + tasks, cancellation))
                .Select(row => row.Value)
                .Where(answer => answer.Complete),
        ];
}

/// <summary>When one answer of a form arrived, as <see cref="Arrival"/>.</summary>
public sealed record ShortFormMoment(DateTimeOffset At, long Order)
{
    [JsonIgnore]
    public Arrival Arrived => new(At, Order);
}
