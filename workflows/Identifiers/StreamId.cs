using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

/// <summary>What changes together: a plan, an agreement or the programme. The partition key of its facts.</summary>
[JsonConverter(typeof(IdJson<StreamId>))]
public readonly record struct StreamId(string Value) : IId<StreamId>
{
    private const string PlanPrefix = "plan-";

    /// <summary>Administrations, people, donors, agreements, policies.</summary>
    public static StreamId Programme { get; } = new("programme");

    /// <summary>Mail that could not be placed, and what the Secretariat does about it.</summary>
    public static StreamId Inbox { get; } = new("inbox");

    /// <summary>True: it is a plan's, with its reports and what both ask of people.</summary>
    public bool IsOfPlan => Value.StartsWith(PlanPrefix, StringComparison.Ordinal);

    public static StreamId From(string value) => new(value);

    /// <summary>The plan whose stream this is.</summary>
    public PlanId Plan => new(Value[PlanPrefix.Length..]);

    public static StreamId Of(PlanId plan) => new($"{PlanPrefix}{plan}");

    public static StreamId Of(AgreementId agreement) => new($"agreement-{agreement}");

    public override string ToString() => Value;
}
