using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a task is about within its stream. The kind of task defines the meaning.</summary>
[JsonConverter(typeof(IdJson<TaskSubject>))]
public readonly record struct TaskSubject(string Value) : IId<TaskSubject>
{
    private const char Of = ':';

    public static TaskSubject From(string value) => new(value);

    public static TaskSubject From(PlanId plan) => new(plan.Value);

    public static TaskSubject From(PeriodKey period) => new(period.Value);

    /// <summary>One of several subjects within a period.</summary>
    public static TaskSubject From(PeriodKey period, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{period}{Of}{number:D3}"));

    public static TaskSubject From(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    public PlanId Plan => new(Value);

    /// <summary>The period, whether or not the subject is one of several in it.</summary>
    public PeriodKey Period => new(Value.Split(Of)[0]);

    /// <exception cref="FormatException">It is about something else.</exception>
    public int Number => int.Parse(Value[(Value.LastIndexOf(Of) + 1)..], CultureInfo.InvariantCulture);

    public override string ToString() => Value;
}
