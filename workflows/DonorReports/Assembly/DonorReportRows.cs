using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Row kinds of donor reports, in the agreement's stream: the report, the Secretariat's texts for it, its annexes, and each
/// opening of a link.</summary>
public static class DonorReportRows
{
    public const string Prefix = "donor-report|";

    public static string Key(PeriodKey period) => Prefix + period;

    public const string TextsPrefix = "donor-texts|";

    public static string TextsKey(PeriodKey period) => TextsPrefix + period;

    /// <summary>Key of the row that says what of the agreement is public.</summary>
    public const string PublicationKey = "donor-publication";

    public static string AnnexPrefix(PeriodKey period) => $"donor-annex|{period}|";

    public static Task<Row<DonorReportRecord>?> FindAsync(
        ProgrammeTable table,
        AgreementId agreement,
        PeriodKey period,
        CancellationToken cancellation
    ) => table.FindAsync<DonorReportRecord>(StreamId.Of(agreement), Key(period), cancellation);

    /// <returns>Whether there are texts; and these, null where they cannot be read.</returns>
    public static async Task<(bool Stand, SecretariatTexts? Texts)> TextsAsync(
        ProgrammeTable table,
        DonorReportRecord report,
        CancellationToken cancellation
    )
    {
        (bool stand, Row<SecretariatTexts>? row) = await table.FindReadableAsync<SecretariatTexts>(
            report.Stream,
            TextsKey(report.Period),
            cancellation
        );
        return (stand, row?.Value);
    }

    /// <returns>The annexes, and keys of rows that cannot be read.</returns>
    public static async Task<(IReadOnlyList<ReportAnnex> Annexes, IReadOnlyList<string> Broken)> AnnexesAsync(
        ProgrammeTable table,
        DonorReportRecord report,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<(string Key, Row<ReportAnnex>? Row)> rows = await table.ListReadableAsync<ReportAnnex>(
            report.Stream,
            AnnexPrefix(report.Period),
            cancellation
        );
        return (
            [.. rows.Select(one => one.Row).OfType<Row<ReportAnnex>>().Select(row => row.Value)],
            [.. rows.Where(one => one.Row is null).Select(one => one.Key)]
        );
    }
}

/// <summary>The Secretariat's texts about the whole programme in one donor period. Replaced as a whole.</summary>
public sealed record SecretariatTexts(
    PersonId By,
    DateTimeOffset At,
    IReadOnlyList<Narrative> Narratives,
    IReadOnlyList<Deviation> Deviations,
    IReadOnlyList<Risk> Risks
)
{
    /// <summary>Translations of texts in the report that are written in another language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Translation>? Translations { get; init; }

    /// <summary>Texts that come first if there is no room for all, each by <see cref="Translation.KeyOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Preferred { get; init; }

    /// <summary>Everybody who has written them, including earlier authors, because a new text usually keeps some of the old
    /// words.</summary>
    public IReadOnlyList<PersonId> Authors { get; init; } = [By];

    public SecretariatTexts WrittenBy(PersonId by, DateTimeOffset at) =>
        this with
        {
            By = by,
            At = at,
            Authors = [.. Authors.Where(one => one != by), by],
        };

    /// <summary>Ratings of results of the framework; null if there are none. Kept when the texts are replaced.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutcomeRating>? Outcomes { get; init; }
}

/// <summary>A file that an officer adds, such as the financial annex.</summary>
public sealed record ReportAnnex(AnnexFile File, PersonId By, DateTimeOffset At);
