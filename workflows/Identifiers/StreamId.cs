using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>What changes together: a plan, an agreement or the programme. It is the partition key of its facts.</summary>
[JsonConverter(typeof(IdJson<StreamId>))]
public readonly record struct StreamId(string Value) : IId<StreamId>
{
    private const string PlanPrefix = "plan-";

    /// <summary>Administrations, people, donors, agreements, policies.</summary>
    public static StreamId Programme { get; } = new("programme");

    /// <summary>Mail that could not be assigned to a task, and what the Secretariat does about it.</summary>
    public static StreamId Inbox { get; } = new("inbox");

    /// <summary>True for the stream of a plan, with its reports and their tasks.</summary>
    public bool IsOfPlan => Value.StartsWith(PlanPrefix, StringComparison.Ordinal);

    public static StreamId From(string value) => new(value);

    /// <summary>The plan whose stream this is.</summary>
    public PlanId Plan => new(Value[PlanPrefix.Length..]);

    public static StreamId Of(PlanId plan) => new($"{PlanPrefix}{plan}");

    public static StreamId Of(AgreementId agreement) => new($"agreement-{agreement}");

    public override string ToString() => Value;
}
