using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding.Donors;

/// <summary>How a donor joined or left. Donors that were there from the beginning have no record until they leave.</summary>
/// <param name="Contact">Who reads its reports.</param>
public sealed record DonorRecord(DonorId Id, DonorState State, PersonId Contact, DateOnly Begun)
{
    public DateOnly? Joined { get; init; }

    public DateOnly? Left { get; init; }

    public string? LeftWhy { get; init; }

    internal static async Task<IReadOnlyList<DonorRecord>> ListAsync(ProgrammeTable table, CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<DonorRecord>(DonorRef.Streams, Row, cancellation))
                .Select(row => row.Value)
                .OrderBy(one => one.Id.Value, StringComparer.Ordinal),
        ];

    public const string Row = "donor-life";
}

/// <summary>The steps, in order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DonorState>))]
public enum DonorState
{
    Agreement,
    Framework,
    Allocation,
    Schedule,
    Joined,
    Left,
}

/// <summary>Identifies a donor in workflow inputs.</summary>
public sealed record DonorRef(DonorId Donor)
{
    /// <summary>Prefix of the streams of donors, and of no others.</summary>
    public const string Streams = "donor-";

    [JsonIgnore]
    public StreamId Stream => new(Streams + Donor);

    [JsonIgnore]
    public string InstanceId => $"onboarding:donor:{Donor}";

    public TaskId TaskOf(DonorState step) => new($"donor-{Donor}-{step.ToString().ToLowerInvariant()}");

    internal Task<Row<DonorRecord>?> FindAsync(ProgrammeTable table, CancellationToken cancellation) =>
        table.FindAsync<DonorRecord>(Stream, DonorRecord.Row, cancellation);
}

/// <summary>A donor, as an officer enters it.</summary>
public sealed record NewDonor(Programme.Donor Donor, string ContactName, string ContactEmail);
