using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.DonorReports.RegisterImports;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Finance;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Messaging.Heartbeat;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Multilateral.Communities;
using ACip.Workflows.Multilateral.Delivery;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Obligations;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Tests.Unit.Storage;

/// <summary>What stands in storage outlives the code: each kind of row as every released version wrote it is read by today's code, and
/// nothing of it is lost when it is written again.</summary>
/// <remarks>tests/scenarios records them (ACIP_RECORD_ROWS). A test that fails here wants code that reads the old row, not a new
/// record.</remarks>
public sealed class RecordedRowsTests
{
    private static readonly IReadOnlyDictionary<string, Func<string, int?, (string Json, int? Shape)>> Kinds = new Dictionary<
        string,
        Func<string, int?, (string Json, int? Shape)>
    >
    {
        ["administration-"] = Again<Administration>,
        ["agreement-"] = Again<GrantAgreement>,
        ["allocation-"] = Again<FundingAllocation>,
        ["approval-policy"] = Again<ApprovalPolicy>,
        ["programme-features"] = Again<ProgrammeFeatures>,
        ["assessment-"] = Again<AssessmentRecord>,
        ["audit-"] = Again<AuditEvent>,
        ["audit-head"] = Again<AuditHead>,
        ["code-"] = Again<CodesAsked>,
        ["comment-"] = Again<ReportComment>,
        ["corrected-"] = Again<ReportCorrection>,
        ["denied-"] = Again<DeniedAccess>,
        ["digest-"] = Again<SentDigest>,
        ["donor-"] = Again<Donor>,
        ["donor-annex-"] = Again<ReportAnnex>,
        ["donor-opened-"] = Again<DonorReportLinks.LinkOpening>,
        ["donor-report-"] = Again<DonorReportRecord>,
        ["donor-texts-"] = Again<SecretariatTexts>,
        ["erased-"] = Again<ErasedBlob>,
        ["evidence-"] = Again<EvidenceFile>,
        ["heartbeat"] = Again<MailHeartbeat>,
        ["import-"] = Again<ImportProgress>,
        ["link-draft-"] = Again<LinkDraft>,
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
        ["pmm-reference"] = Again<PmmReference>,
        ["programme-import"] = Again<ImportMark>,
        ["questionnaire"] = Again<Questionnaire>,
        ["received-"] = Again<ReceivedMail>,
        ["register-"] = Again<RegisterState>,
        ["reminder-policy-"] = Again<ReminderPolicy>,
        ["report-"] = Again<ReportRecord>,
        ["restatement-"] = Again<ReportRestatement>,
        ["results"] = Again<WaveResults>,
        ["sample"] = Again<SampleMark>,
        ["survey-"] = Again<WaveListing>,
        ["task-"] = Again<HumanTaskRecord>,
        ["upkeep"] = Again<ReconciliationState>,
        ["wave"] = Again<SurveyWaveRecord>,
        ["donor-life"] = Again<DonorRecord>,
        ["donor-publication"] = Again<DonorPublication>,
        ["event"] = Again<DeliveryEvent>,
        ["expert-"] = Again<Expert>,
        ["finance-"] = Again<FinancialPeriod>,
        ["form-"] = Again<ShortFormAnswer>,
        ["initiative-"] = Again<Initiative>,
        ["instrument-"] = Again<Instrument>,
        ["meeting"] = Again<MeetingRecord>,
        ["member"] = Again<MemberRecord>,
        ["historic-"] = Again<HistoricReport>,
        ["recommendation"] = Again<Recommendation>,
        ["report-template-"] = Again<ReportTemplate>,
        ["obligation"] = Again<Obligation>,
        ["post-"] = Again<CommunityPost>,
        ["practice-"] = Again<GoodPractice>,
        ["topic"] = Again<CommunityTopic>,
        ["uptake-"] = Again<Uptake>,
        ["working-calendar-"] = Again<AdministrationCalendar>,
    };

    /// <summary>Folder of a version, and file in it.</summary>
    public static TheoryData<string, string> OnRecord
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (string file in Directory.GetFiles(Folder(), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                rows.Add(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(OnRecord))]
    public void It_is_read_and_nothing_of_it_is_lost(string version, string file)
    {
        string written = File.ReadAllText(Path.Combine(Folder(), version, file + ".json"));
        string[] name = file.Split(".shape");
        string kind = name[0];
        int? shape = name.Length > 1 ? int.Parse(name[1], CultureInfo.InvariantCulture) : null;
        Assert.True(Kinds.ContainsKey(kind), $"What is a row of kind {kind} read as? Say so here.");
        (string now, int? today) = Kinds[kind](written, shape);
        if (shape == today)
        {
            JsonNode was = JsonNode.Parse(written)!,
                again = JsonNode.Parse(now)!;
            Assert.True(JsonNode.DeepEquals(was, again), $"{kind} was\n{was}\nand is now\n{again}");
        }
        else
        {
            // brought to another shape: what must be the same is what is read, however often
            Assert.Equal(now, Kinds[kind](now, today).Json);
        }
    }

    [Fact]
    public void No_kind_is_taken_off_the_record() =>
        Assert.Equal(
            Kinds.Keys.Order(StringComparer.Ordinal),
            OnRecord.Select(row => ((string)row[1]).Split(".shape")[0]).Distinct().Order(StringComparer.Ordinal)
        );

    private static (string Json, int? Shape) Again<T>(string json, int? shape)
    {
        TableEntity row = RowShape.Rebuild(new StreamId("of-record"), "row", json, shape, null, null);
        TableEntity again = RowShape.Write(new StreamId("of-record"), "row", RowShape.Read<T>(row).Value);
        return (RowShape.Text(again), again.GetInt32(RowShape.Version));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "rows"));
}
