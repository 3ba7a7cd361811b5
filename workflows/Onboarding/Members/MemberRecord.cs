using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Members;

/// <summary>How an administration joined or left. Administrations that were there from the beginning have no record until they
/// leave.</summary>
/// <param name="Interested">When the Secretariat heard of it.</param>
/// <param name="PlanStart">First day of the first plan.</param>
public sealed record MemberRecord(AdministrationId Id, MemberState State, DateOnly Interested, DateOnly PlanStart)
{
    /// <summary>The coordinator named by the head of customs; null until then.</summary>
    public NamedCoordinator? Coordinator { get; init; }

    /// <summary>The officer who registered the coordinator; null until then.</summary>
    public PersonId? Officer { get; init; }

    /// <summary>How often an officer was asked to register the coordinator.</summary>
    public int Tries { get; init; }

    public PlanId? FirstPlan { get; init; }

    public DateOnly? Joined { get; init; }

    public DateOnly? Left { get; init; }

    public string? LeftWhy { get; init; }

    public const string Row = "member";
}

[JsonConverter(typeof(JsonStringEnumConverter<MemberState>))]
public enum MemberState
{
    Interested,
    Declined,
    Confirmed,
    CoordinatorNamed,
    Joined,
    Left,
}

public sealed record NamedCoordinator(string Name, string Email);

/// <summary>Identifies a Member in workflow inputs.</summary>
public sealed record MemberRef(AdministrationId Administration)
{
    /// <summary>Prefix of the streams of Members, and of no others.</summary>
    public const string Streams = "member-";

    private string Small => Administration.Value.ToLowerInvariant();

    [JsonIgnore]
    public StreamId Stream => new(Streams + Small);

    [JsonIgnore]
    public string InstanceId => $"onboarding:member:{Small}";

    [JsonIgnore]
    public TaskId Confirmation => new($"member-{Small}-confirm");

    public TaskId Registration(int tries) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"member-{Small}-coordinator-{tries}"));

    internal Task<Row<MemberRecord>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<MemberRecord>(Stream, MemberRecord.Row, cancellation);
}

/// <summary>An administration that would like to take part, as an officer enters it.</summary>
/// <param name="HeadName">Who speaks for it until there is a coordinator.</param>
public sealed record NewMember(Programme.Administration Administration, string HeadName, string HeadEmail, DateOnly PlanStart);
