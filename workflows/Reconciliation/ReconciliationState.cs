using System.Text.Json.Serialization;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Reconciliation.Restored;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>What the daily reconciliation found and remembers: one row, so that it costs the same for 25 administrations as for
/// 1,000.</summary>
/// <param name="At">The last run; of those that found nothing new, one a week is written down.</param>
/// <param name="Findings">What a person should look at; those of a plan stay until its next check.</param>
/// <param name="Health">By administration, as of its last check.</param>
/// <param name="Roles">Who held which role, as a hash by administration: where it changes, open tasks are told.</param>
/// <param name="Issued">Donor reports known to be issued, by instance id: these are looked at every four weeks only.</param>
/// <param name="Heads">End of each stream's audit chain when last read.</param>
/// <param name="HeadsSha256">Of the daily blob that holds them; the next one names it.</param>
[OutsideChain(RowKey, "A projection: found anew by the next run.")]
public sealed record ReconciliationState(
    DateTimeOffset At,
    IReadOnlyList<ReconciliationFinding> Findings,
    IReadOnlyDictionary<string, HealthFigure> Health,
    IReadOnlyDictionary<string, string> Roles,
    IReadOnlyList<string> Issued,
    IReadOnlyDictionary<string, AuditHead> Heads,
    string? HeadsSha256
)
{
    /// <summary>When each plan was last checked.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Looks { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>When each plan is checked next at the latest, even if nothing happens to it. Null in a row from before it was
    /// stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, DateTimeOffset>? NextLooks { get; init; }

    /// <summary>True if no row is left from before events recorded what they write.</summary>
    public bool RowsTakenUp { get; init; }

    /// <summary>Mail from before this day has expired, according to the inbox's chain.</summary>
    public DateOnly? MailGoneBefore { get; init; }

    /// <summary>What was lost when tables were restored; null if they were not, or long ago.</summary>
    public RestoredStorage? Restored { get; init; }

    /// <summary>Replaces earlier findings about this subject.</summary>
    public ReconciliationState With(string subject, IEnumerable<ReconciliationFinding> found) =>
        this with
        {
            Findings = [.. Findings.Where(one => one.Subject != subject), .. found],
        };

    public static ReconciliationState None { get; } =
        new(
            DateTimeOffset.MinValue,
            [],
            new Dictionary<string, HealthFigure>(),
            new Dictionary<string, string>(),
            [],
            new Dictionary<string, AuditHead>(),
            null
        );

    /// <summary>The stream of its row.</summary>
    public static StreamId Stream { get; } = new("upkeep");

    public const string RowKey = "upkeep";

    public static async Task<ReconciliationState> ReadAsync(ProgrammeTable table, CancellationToken cancellation) =>
        (await table.FindAsync<ReconciliationState>(Stream, RowKey, cancellation))?.Value ?? None;
}

/// <summary>A difference between the table and what is running.</summary>
/// <param name="Subject">Plan, agreement or instance that it is about.</param>
/// <param name="Rule">A slug: what is wrong.</param>
/// <param name="Repaired">True: it was safe to put right, and was.</param>
public sealed record ReconciliationFinding(
    string Subject,
    AdministrationId? Administration,
    string Rule,
    string What,
    bool Repaired,
    DateTimeOffset At
);

/// <summary>How an administration's reporting is going.</summary>
/// <param name="Ended">Periods that have come to their end.</param>
/// <param name="InTime">Of these, handed in by their due date.</param>
/// <param name="Overdue">Open ones past their due date.</param>
/// <param name="Score">0 to 100: share handed in in time, less 10 for each overdue period and each open finding; null before the first
/// period has ended.</param>
public sealed record HealthFigure(DateTimeOffset At, int Ended, int InTime, int Missed, int Overdue, int? Score);
