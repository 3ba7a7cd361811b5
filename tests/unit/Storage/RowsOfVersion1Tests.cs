using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Registers;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Meetings;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Serialization;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Storage;

/// <summary>What stands in storage outlives the code: each kind of row as version 1.0 wrote it is read by today's code, and nothing of it is
/// lost when it is written again.</summary>
/// <remarks>tests/scenarios records them (ACIP_RECORD_ROWS). A test that fails here wants code that reads the old row, not a new record.</remarks>
public sealed class RowsOfVersion1Tests
{
    private static readonly IReadOnlyDictionary<string, Func<string, string>> Kinds = new Dictionary<string, Func<string, string>>
    {
        ["administration-"] = Again<Administration>,
        ["agreement-"] = Again<GrantAgreement>,
        ["allocation-"] = Again<FundingAllocation>,
        ["approval-policy"] = Again<ApprovalPolicy>,
        ["audit-"] = Again<AuditEvent>,
        ["audit-head"] = Again<AuditHead>,
        ["comment-"] = Again<ReportComment>,
        ["corrected-"] = Again<ReportCorrection>,
        ["digest-"] = Again<SentDigest>,
        ["donor-"] = Again<Donor>,
        ["donor-annex-"] = Again<ReportAnnex>,
        ["donor-opened-"] = Again<DonorReportLinks.LinkOpening>,
        ["donor-report-"] = Again<DonorReportRecord>,
        ["donor-texts-"] = Again<SecretariatTexts>,
        ["evidence-"] = Again<EvidenceFile>,
        ["mail-"] = Again<OutgoingMail>,
        ["mail-limit-"] = Again<MailLimit>,
        ["observed-"] = Again<AcceptedFigures>,
        ["person-"] = Again<Person>,
        ["plan"] = Again<PlanRecord>,
        ["plan-"] = Again<PlanListing>,
        ["plan-comment-"] = Again<PlanComment>,
        ["plan-draft"] = Again<ActionPlan>,
        ["plan-draft-mark"] = Again<DraftMark>,
        ["plan-submitted-"] = Again<ActionPlan>,
        ["plan-version-"] = Again<ActionPlan>,
        ["plan-workbook-"] = Again<ActionPlan>,
        ["received-"] = Again<ReceivedMail>,
        ["register-"] = Again<RegisterState>,
        ["reminder-policy-"] = Again<ReminderPolicy>,
        ["report-"] = Again<ReportRecord>,
        ["restatement-"] = Again<ReportRestatement>,
        ["sample"] = Again<SampleMark>,
        ["task-"] = Again<HumanTaskRecord>,
        ["upkeep"] = Again<ReconciliationState>,
        ["donor-life"] = Again<DonorRecord>,
        ["event"] = Again<DeliveryEvent>,
        ["expert-"] = Again<Expert>,
        ["form-"] = Again<ShortFormAnswer>,
        ["initiative-"] = Again<Initiative>,
        ["instrument-"] = Again<Instrument>,
        ["meeting"] = Again<MeetingRecord>,
        ["member"] = Again<MemberRecord>,
        ["post-"] = Again<CommunityPost>,
        ["practice-"] = Again<GoodPractice>,
        ["topic"] = Again<CommunityTopic>,
        ["uptake-"] = Again<Uptake>,
        ["working-calendar-"] = Again<AdministrationCalendar>,
    };

    private static readonly string[] Names =
    [
        .. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> OnRecord => [.. Names];

    [Theory]
    [MemberData(nameof(OnRecord))]
    public void It_is_read_and_nothing_of_it_is_lost(string kind)
    {
        string written = File.ReadAllText(Path.Combine(Folder(), kind + ".json"));
        Assert.True(Kinds.ContainsKey(kind), $"What is a row of kind {kind} read as? Say so here.");
        JsonNode was = JsonNode.Parse(written)!,
            now = JsonNode.Parse(Kinds[kind](written))!;
        Assert.True(JsonNode.DeepEquals(was, now), $"{kind} was\n{was}\nand is now\n{now}");
    }

    [Fact]
    public void No_kind_is_taken_off_the_record() => Assert.Equal(Kinds.Keys.Order(StringComparer.Ordinal), Names);

    private static string Again<T>(string json) => Json.Write(Json.Read<T>(json));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "rows", "v1.0"));
}
