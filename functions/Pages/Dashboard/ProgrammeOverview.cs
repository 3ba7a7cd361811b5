using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>The programme at one glance: what the dashboard shows and what GET /api/programme answers.</summary>
/// <param name="Fictional">True: all of it is sample data.</param>
/// <param name="Waiting">Open tasks, the most urgent first.</param>
/// <param name="KeyFactors">All ten, in order.</param>
public sealed record ProgrammeOverview(
    bool Fictional,
    DateTimeOffset AsOf,
    Punctuality OnTime,
    IReadOnlyList<AdministrationRow> Administrations,
    IReadOnlyList<WaitingTask> Waiting,
    IReadOnlyList<KeyFactorProgress> KeyFactors,
    IReadOnlyList<DonorReportRow> DonorReports
)
{
    /// <summary>What the daily reconciliation found and could not put right, the oldest first.</summary>
    public IReadOnlyList<StuckWork> Stuck { get; init; } = [];
}

/// <param name="Subject">Plan, agreement or workflow that it is about.</param>
/// <param name="Rule">A slug: what is wrong.</param>
/// <param name="What">For whoever looks after the platform.</param>
public sealed record StuckWork(string Subject, string Rule, string What, DateTimeOffset At);

/// <param name="Due">Reports whose due date has passed, waived ones left out.</param>
/// <param name="OnTime">Those of them that were handed in by then.</param>
public sealed record Punctuality(int Due, int OnTime)
{
    /// <summary>Whole per cent; null where nothing has been due yet.</summary>
    public int? Percent => Due == 0 ? null : (int)Math.Round(100m * OnTime / Due, MidpointRounding.AwayFromZero);
}

public sealed record AdministrationRow(AdministrationId Id, string Name, string WcoRegion, DonorId Donor, IReadOnlyList<PlanRow> Plans);

/// <param name="Reports">One for each period of the plan, in order.</param>
public sealed record PlanRow(
    PlanId Id,
    string Title,
    PlanState State,
    int Version,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<ReportCell> Reports
);

/// <param name="Period">Key, yyyyMMdd-yyyyMMdd.</param>
public sealed record ReportCell(
    PeriodKey Period,
    DateOnly Start,
    DateOnly End,
    DateTimeOffset Due,
    ReportState State,
    bool Overdue,
    bool? OnTime
);

/// <param name="People">Who is asked; names for people, ids for programs.</param>
/// <param name="Title">What is asked, in each language.</param>
/// <param name="Subject">What it is about: an administration, or an agreement's title.</param>
/// <param name="Period">Null for a plan.</param>
/// <param name="Page">Path of the page where it shows.</param>
public sealed record WaitingTask(
    TaskId Id,
    TaskKind Kind,
    Text Title,
    string Subject,
    string? Period,
    IReadOnlyList<TaskPerson> People,
    DateTimeOffset AskedAt,
    DateTimeOffset Due,
    bool Overdue,
    string Page
)
{
    /// <summary>An event, a meeting, somebody who comes: what the task hangs on where that is no plan and no report; else null.</summary>
    public Text? Matter { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public TaskRef? Ref { get; init; }

    /// <summary>Which administration it is about; null where none.</summary>
    [JsonIgnore]
    public AdministrationId? Home { get; init; }

    /// <summary>Whose people are asked; null where the Secretariat's are, or of several.</summary>
    [JsonIgnore]
    public AdministrationId? Administration { get; init; }
}

/// <param name="NotReachedAt">When the mail service last said that a mail about it did not reach this person; null where it never
/// did.</param>
public sealed record TaskPerson(PersonId Id, string Name, DateTimeOffset? NotReachedAt = null);

/// <param name="Percent">Mean way from baseline to the plan's last target over the indicators that have all three figures, each held
/// between 0 and 100; null where none has.</param>
/// <param name="Measured">Indicators that it rests on.</param>
/// <param name="Indicators">Indicators that the approved plans have for this key factor.</param>
public sealed record KeyFactorProgress(int Number, Text Name, int? Percent, int Measured, int Indicators);

public sealed record DonorReportRow(
    AgreementId Agreement,
    string Title,
    DonorId Donor,
    PeriodKey Period,
    string Label,
    DonorReportState State,
    int Version,
    DateTimeOffset Deadline,
    bool Late
);
