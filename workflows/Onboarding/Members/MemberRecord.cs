using System.Globalization;
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

    /// <summary>How often the head of customs took back or changed whom an officer is asked about; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Corrections { get; init; }

    /// <summary>How often it was entered after it had declined, stayed silent or left; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Returns { get; init; }

    public PlanId? FirstPlan { get; init; }

    public DateOnly? Joined { get; init; }

    public DateOnly? Left { get; init; }

    public string? LeftWhy { get; init; }

    /// <summary>When it joined and left before stays, for reports on that time.</summary>
    internal static MemberRecord Again(MemberRecord before, MemberRecord fresh) =>
        fresh with
        {
            Returns = (before.Returns ?? 1) + 1,
            FirstPlan = before.FirstPlan,
            Joined = before.Joined,
            Left = before.Left,
            LeftWhy = before.LeftWhy,
        };

    /// <summary>Whether an officer is asked by this task now, and was not by an earlier one, whose yes was to somebody else.</summary>
    internal bool AsksToRegister(TaskId task)
    {
        string now = new MemberRef(Id).Registration(Returns, Tries).Value;
        return task.Value == now || task.Value.StartsWith(now + "-", StringComparison.Ordinal);
    }

    internal static async Task<IReadOnlyList<MemberRecord>> ListAsync(ProgrammeTable table, CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<MemberRecord>(MemberRef.Streams, Row, cancellation))
                .Select(row => row.Value)
                .OrderBy(one => one.Id.Value, StringComparer.Ordinal),
        ];

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

    /// <summary>Whoever comes back is asked anew.</summary>
    public TaskId Confirmation(int? returns) => new(Asked(returns) + "confirm");

    public TaskId Registration(int? returns, int tries) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Asked(returns)}coordinator-{tries}"));

    private string Asked(int? returns) =>
        string.Create(CultureInfo.InvariantCulture, $"member-{Small}-{(returns is { } number ? $"r{number}-" : "")}");

    internal Task<Row<MemberRecord>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<MemberRecord>(Stream, MemberRecord.Row, cancellation);
}

/// <summary>An administration that would like to take part, as an officer enters it.</summary>
/// <param name="HeadName">Who speaks for it until there is a coordinator.</param>
public sealed record NewMember(Programme.Administration Administration, string HeadName, string HeadEmail, DateOnly PlanStart);
