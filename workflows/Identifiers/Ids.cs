using System.Text.Json.Serialization;

namespace ACip.Workflows.Identifiers;

// A type for every id, so that one cannot be passed for another. On the wire and in tables each is its plain text.

[JsonConverter(typeof(IdJson<AdministrationId>))]
public readonly record struct AdministrationId(string Value) : IId<AdministrationId>
{
    public static AdministrationId From(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdJson<DonorId>))]
public readonly record struct DonorId(string Value) : IId<DonorId>
{
    public static DonorId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A slug; the donor's official number, which may hold a slash, is a column.</summary>
[JsonConverter(typeof(IdJson<AgreementId>))]
public readonly record struct AgreementId(string Value) : IId<AgreementId>
{
    public static AgreementId From(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdJson<PersonId>))]
public readonly record struct PersonId(string Value) : IId<PersonId>
{
    public static PersonId From(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdJson<PlanId>))]
public readonly record struct PlanId(string Value) : IId<PlanId>
{
    public static PlanId From(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdJson<TaskId>))]
public readonly record struct TaskId(string Value) : IId<TaskId>
{
    public static TaskId From(string value) => new(value);

    public override string ToString() => Value;
}
