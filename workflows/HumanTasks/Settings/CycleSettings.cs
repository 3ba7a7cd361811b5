using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Settings;

/// <summary>What officers decide about the cycle (reminders, calendars, periods), with defaults where they have decided nothing.</summary>
/// <param name="Policies">All versions, in order; tasks keep the one that they began with.</param>
/// <param name="Calendars">By administration; <see cref="SecretariatKey"/> for the Secretariat.</param>
public sealed record CycleSettings(IReadOnlyList<ReminderPolicy> Policies, IReadOnlyDictionary<string, AdministrationCalendar> Calendars)
{
    public const string SecretariatKey = "secretariat";

    /// <summary>The WCO Secretariat sits in ProgrammeZone.Zone.</summary>
    public static CycleSettings Standard { get; } = new([], new Dictionary<string, AdministrationCalendar>());

    public WorkingCalendar Secretariat =>
        new(ProgrammeZone.Zone, new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday }, QuietDays(SecretariatKey));

    /// <param name="version">Null: the newest.</param>
    public ReminderPolicy Policy(int? version) =>
        (version is null ? Policies.LastOrDefault() : Policies.FirstOrDefault(policy => policy.Version == version))
        ?? ReminderPolicy.Standard;

    public WorkingCalendar CalendarOf(Administration administration) =>
        WorkingCalendar.Of(administration.TimeZone, administration.Weekend, QuietDays(administration.Id.Value));

    /// <summary>The dated rows that a plan of this administration begins with.</summary>
    /// <param name="until">The plan's last day, inclusive.</param>
    public IReadOnlyList<ReportingPeriod> Periods(Administration administration, DateOnly from, DateOnly until)
    {
        PeriodRule local = LocalCalendars.RuleFor(administration.Id, from, until);
        PeriodRule rule = RuleOf(administration, from, until);
        return PeriodSchedule.Build(
            rule,
            from,
            until,
            CalendarOf(administration),
            rule.Own.Count > 0 && local.Own.Count > 0 ? local.Own : null
        );
    }

    /// <summary>What its periods follow: what an officer entered, else what is known of the country.</summary>
    public PeriodRule RuleOf(Administration administration, DateOnly from, DateOnly until) =>
        Calendars.GetValueOrDefault(administration.Id.Value)?.Periods ?? LocalCalendars.RuleFor(administration.Id, from, until);

    private HashSet<DateOnly> QuietDays(string key) => [.. Calendars.GetValueOrDefault(key)?.QuietDays ?? []];
}
