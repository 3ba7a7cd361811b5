using System.Text.Json;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>Donor reports with their agreements, and whether stored versions are consistent.</summary>
public sealed class DonorReportQuery(ProgrammeTable table, ProgrammeDirectory directory, DonorReportArchive archive)
{
    /// <returns>Null where there is no such agreement or report.</returns>
    public async Task<DonorReportReadModel?> ReadAsync(AgreementId id, PeriodKey period, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (
            !Slug.Is(period.Value)
            || register.Agreements.GetValueOrDefault(id) is not { } agreement
            || await DonorReportRows.FindAsync(table, id, period, cancellation) is not { } file
        )
        {
            return null;
        }

        SecretariatTexts? texts = (await DonorReportRows.TextsAsync(table, file.Value, cancellation)).Texts;
        return new DonorReportReadModel(file, agreement, register)
        {
            Ratings = texts?.Outcomes ?? [],
            Texts = texts?.Narratives ?? [],
            Preferred = texts?.Preferred ?? [],
        };
    }

    /// <summary>Every report that has begun, by agreement and period.</summary>
    public async Task<IReadOnlyList<DonorReportReadModel>> ListAsync(DateOnly today, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var found = new List<DonorReportReadModel>();
        foreach (GrantAgreement agreement in register.Agreements.Values.OrderBy(one => one.Id.Value, StringComparer.Ordinal))
        {
            foreach (DonorReportRef period in DonorSchedule.Periods(agreement).Where(one => one.Start <= today))
            {
                if (await DonorReportRows.FindAsync(table, agreement.Id, period.Period, cancellation) is { } file)
                {
                    found.Add(new DonorReportReadModel(file, agreement, register));
                }
            }
        }

        return found;
    }

    /// <returns>Null where it is gone, or cannot be read.</returns>
    public Task<Manifest?> FilesAsync(DonorReportVersion version, CancellationToken cancellation) =>
        archive.ManifestAsync(version.Folder, cancellation);

    /// <summary>The words of the texts that come first, as they stand in the facts of the latest version. One that is in the report no
    /// longer has none.</summary>
    public async Task<IReadOnlyList<string>> FirstAsync(DonorReportReadModel report, CancellationToken cancellation)
    {
        if (report.Preferred.Count == 0)
        {
            return [];
        }

        ILookup<string, string> words = (await WordsAsync(report, cancellation)).ToLookup(Translation.KeyOf);
        return [.. report.Preferred.Select(key => words[key].FirstOrDefault()).OfType<string>()];
    }

    /// <summary>All words in the facts of the latest version; empty where there is none.</summary>
    public async Task<IReadOnlyCollection<string>> WordsAsync(DonorReportReadModel report, CancellationToken cancellation)
    {
        if (
            report.File.Value.Latest is not { } latest
            || await archive.ReadAsync($"{latest.Folder}/{DonorReportArchive.Snapshot}", cancellation) is not { } snapshot
        )
        {
            return [];
        }

        using var facts = JsonDocument.Parse(snapshot);
        return [.. Words(facts.RootElement).Distinct()];
    }

    private static IEnumerable<string> Words(JsonElement node) =>
        node.ValueKind switch
        {
            JsonValueKind.String => [node.GetString()!],
            JsonValueKind.Array => node.EnumerateArray().SelectMany(Words),
            JsonValueKind.Object => node.EnumerateObject().SelectMany(one => Words(one.Value)),
            _ => [],
        };

    /// <summary>Renders the version again from its snapshot and compares the result with what is stored and with its manifest.</summary>
    /// <returns>What does not agree; empty for a sound report.</returns>
    public async Task<IReadOnlyList<Finding>> VerifyAsync(DonorReportVersion version, CancellationToken cancellation)
    {
        byte[]? snapshot = await archive.ReadAsync($"{version.Folder}/{DonorReportArchive.Snapshot}", cancellation);
        byte[]? manifest = await archive.ReadAsync($"{version.Folder}/{DonorReportArchive.ManifestName}", cancellation);
        if (snapshot is null || manifest is null)
        {
            return
            [
                new Finding(
                    snapshot is null ? FindingKind.SnapshotUnreadable : FindingKind.ManifestUnreadable,
                    version.Folder,
                    "It is gone."
                ),
            ];
        }

        return
        [
            .. ReportVerification.Verify(snapshot, await archive.PartsAsync(version.Folder, cancellation), manifest),
            .. SnapshotDocument.Sha256(manifest) == version.ManifestSha256
                ? Array.Empty<Finding>()
                : [new Finding(FindingKind.ManifestChanged, DonorReportArchive.ManifestName, "It is not the one that was issued.")],
        ];
    }
}

public sealed record DonorReportReadModel(Row<DonorReportRecord> File, GrantAgreement Agreement, ProgrammeRegister Register)
{
    /// <summary>How the Secretariat rates results of the framework.</summary>
    public IReadOnlyList<OutcomeRating> Ratings { get; init; } = [];

    /// <summary>What the Secretariat has written for it.</summary>
    public IReadOnlyList<Narrative> Texts { get; init; } = [];

    /// <summary>Texts that an officer wants to come first, each by its key.</summary>
    public IReadOnlyList<string> Preferred { get; init; } = [];

    public string NameOf(PersonId person) => Register.People.GetValueOrDefault(person)?.Name ?? person.Value;
}
