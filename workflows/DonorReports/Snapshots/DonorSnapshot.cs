using ACip.Workflows.ActionPlans;
using ACip.Workflows.Events;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Surveys;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>Everything that a donor report says, captured once and never changed. Every rendering is a pure function of it.</summary>
/// <param name="Plans">In ascending order of administration and plan id. May be read afresh from storage each time it is
/// enumerated, so that a thousand administrations need no more memory than one; see <see cref="SnapshotDocument.Open"/>.</param>
public sealed record DonorSnapshot(SnapshotHead Head, IEnumerable<PlanExtract> Plans);

/// <summary>The data about the report as a whole.</summary>
public sealed record SnapshotHead
{
    /// <summary>Version of this record's shape: 1. A rendering refuses any other.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>True if every page, mail and file must say FICTIONAL SAMPLE DATA.</summary>
    public required bool Fictional { get; init; }

    /// <summary>The report includes what was accepted up to this instant. The only time that a rendering knows.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required GrantAgreement Agreement { get; init; }

    /// <summary>The complete template, if it does not ship; null if the agreement names one that does.</summary>
    public ReportTemplate? Template { get; init; }

    /// <summary>The edition of the agreement's framework with which results are compared: the latest approved one.</summary>
    public FrameworkEdition Framework { get; init; } = new(1, null);

    public required Donor Donor { get; init; }
    public required Publisher Publisher { get; init; }
    public required DonorPeriod Period { get; init; }

    /// <summary>True where it is the final report, of the agreement's whole life; null where it is not.</summary>
    public bool? Final { get; init; }

    /// <summary>The administrations that the agreement funds, whether they reported or not.</summary>
    public required IReadOnlyList<Administration> Administrations { get; init; }

    public required IReadOnlyList<KeyFactor> KeyFactors { get; init; }

    /// <summary>What earlier reports to this donor said, for the trend, with their suppressions.</summary>
    public IReadOnlyList<EarlierFigure> Earlier { get; init; } = [];

    /// <summary>What is missing and why.</summary>
    public IReadOnlyList<CoverageGap> Gaps { get; init; } = [];

    /// <summary>Unreadable records that belong to no plan, each with its stream; null if there are none. Those of a plan are
    /// gaps.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }

    /// <summary>The Secretariat's accepted texts about the whole programme.</summary>
    public IReadOnlyList<Narrative> Narratives { get; init; } = [];

    /// <summary>How the Secretariat rates results of the framework; null where it has rated none.</summary>
    public IReadOnlyList<OutcomeRating>? Outcomes { get; init; }

    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>Risks of the programme as a whole; those of a plan are in its extract.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    public IReadOnlyList<DeliveredEvent> Deliveries { get; init; } = [];

    /// <summary>Initiatives, instruments, the meeting, who came and left; null where there is nothing of the kind, and in snapshots from
    /// before there was.</summary>
    public MultilateralExtract? Multilateral { get; init; }

    /// <summary>Scores of this wave and of those before it.</summary>
    public IReadOnlyList<CipsScore> Cips { get; init; } = [];

    /// <summary>Files added by a programme officer, such as the financial annex. They accompany the report and are in its
    /// manifest.</summary>
    public IReadOnlyList<AnnexFile> Annexes { get; init; } = [];

    /// <summary>The accounts of the grant up to the end of the period; null if none are kept, and in older snapshots.</summary>
    public FinancialStatement? Finance { get; init; }

    /// <summary>Recommendations from visits and audits that were open at the time of the snapshot, most urgent first; null if there were
    /// none.</summary>
    public IReadOnlyList<OpenRecommendation>? Recommendations { get; init; }

    /// <summary>The last audit event of every stream that the report uses, ordered by stream.</summary>
    public IReadOnlyList<AuditHead> AuditHeads { get; init; } = [];

    /// <summary>Of texts that are not in the language of every rendering; null where nobody has entered any.</summary>
    public IReadOnlyList<Translation>? Translations { get; init; }

    /// <summary>Texts that an officer wants in the report before others, in that order, each by <see cref="Translation.KeyOf"/>; null where
    /// nobody has chosen.</summary>
    public IReadOnlyList<string>? Preferred { get; init; }

    /// <summary>What is behind withheld figures that the replaced report showed, because the difference of two versions must not reveal
    /// what neither may. Null for a first version.</summary>
    public IReadOnlyList<ToldValue>? Told { get; init; }

    /// <summary>Identifier of the agreement's activity in IATI, as the first report that was issued gave it; null for that one.</summary>
    public string? ActivityIdentifier { get; init; }

    /// <summary>Address under which what is published of the agreement can be read; null in snapshots from before there was one.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Where this report replaces one that was issued.</summary>
    public Supersession? Supersedes { get; init; }
}

/// <summary>What is to be done; not what was found, nor who said what about it.</summary>
public sealed record OpenRecommendation(
    AdministrationId Administration,
    string Id,
    FoundBy Source,
    DateOnly Found,
    string Wanted,
    DateOnly Due
);

public sealed record FrameworkEdition(int Version, DateOnly? ApprovedOn);

/// <summary>Who publishes the report, in IATI's terms.</summary>
/// <param name="IatiReference">Organisation identifier, such as XM-DAC-47139; without / &amp; | ?</param>
/// <param name="OrganisationType">Code of IATI's codelist OrganisationType; 40 is multilateral.</param>
public sealed record Publisher(string IatiReference, string Name, string OrganisationType = "40")
{
    /// <summary>In each language, where it has names of its own there.</summary>
    public Text? Names { get; init; }

    public string NameIn(Language language) => Names?.In(language) ?? Name;
}

/// <summary>A figure of an earlier report.</summary>
/// <param name="Indicator">Code in the donor's framework.</param>
/// <param name="Value">Null where there was none, or where it was suppressed.</param>
public sealed record EarlierFigure(string Indicator, DonorPeriod Period, decimal? Value, bool Suppressed = false);

/// <param name="Plan">Null where there is no plan yet.</param>
/// <param name="Period">Key of the reporting period; null where all of the donor period is missing.</param>
/// <param name="Note">The reason given, as it was given.</param>
public sealed record CoverageGap(AdministrationId Administration, PlanId? Plan, PeriodKey? Period, GapReason Reason, string? Note = null);

public sealed record AnnexFile(string FileName, string Title, string ContentType, string Sha256)
{
    /// <summary>In each language, where the officer gave more than one.</summary>
    public Text? Titles { get; init; }

    /// <summary>In bytes; null for one that was added before it was kept.</summary>
    public long? Length { get; init; }

    public string TitleIn(Language language) => Titles?.In(language) ?? Title;
}

/// <param name="Sequence">Number of the stream's last event.</param>
/// <param name="Hash">Its SHA-256, lower-case hex.</param>
public sealed record AuditHead(string Stream, long Sequence, string Hash);

/// <param name="ReportId">Id of the report that is replaced.</param>
/// <param name="ChangeNote">What changed and why.</param>
public sealed record Supersession(string ReportId, string ChangeNote);
