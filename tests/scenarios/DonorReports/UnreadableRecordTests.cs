using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>One record that cannot be read takes no other with it: the report is assembled without it, names the gap, and the Secretariat
/// is told.</summary>
public sealed class UnreadableRecordTests(ReportedYear year) : IClassFixture<ReportedYear>
{
    private static readonly StreamId Plan = StreamId.Of(new PlanId("af-2026"));

    [Fact]
    public async Task A_report_with_records_that_cannot_be_read_is_assembled_without_them_and_the_officers_are_told()
    {
        // as it was stored before such lists were looked into, and one that was cut off
        await RewriteAsync(
            Plan,
            ReportRows.Key(new PeriodKey("20260101-20260331")),
            json => json.Replace("\"deviations\":[]", "\"deviations\":[null]", StringComparison.Ordinal)
        );
        await RewriteAsync(Plan, ReportRows.Key(new PeriodKey("20260401-20260630")), Half);

        // nor what belongs to no period, and to no plan
        PlanId other = (await year.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).Plans.Keys.Single(plan =>
            StreamId.Of(plan) != Plan
        );
        await RewriteAsync(StreamId.Of(other), PlanRows.VersionKey(1), Half);
        string[] ofTheProgramme = ["person|expert-one", "register|cips", "register|deliveries"];
        foreach (string row in ofTheProgramme)
        {
            await RewriteAsync(StreamId.Programme, row, Half);
        }

        year.Service<ProgrammeDirectory>().Forget();
        await year.RunAsync();

        DonorReportRecord file = await year.FileAsync();
        Assert.Equal(DonorReportState.InReview, file.State);
        string snapshot = await ReadAsync(file, "snapshot.json");
        Assert.Equal(
            ["af-2026 20260101-20260331", "af-2026 20260401-20260630", $"{other} "],
            Regex
                .Matches(snapshot, "\\{[^{}]*\"Unreadable\"[^{}]*\\}")
                .Select(gap => JsonNode.Parse(gap.Value)!)
                .Select(gap => $"{gap["plan"]} {gap["period"]}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ofTheProgramme.Select(row => $"{StreamId.Programme}: {row}"),
            JsonNode.Parse(snapshot)!["head"]!["unreadable"]!.AsArray().Select(record => record!.GetValue<string>())
        );
        Assert.Contains("af-2026:20260701-20260930:", snapshot, StringComparison.Ordinal);
        string page = await ReadAsync(file, "en/report.html");
        Assert.Contains("A record could not be read", page, StringComparison.Ordinal);
        Assert.Contains("register|deliveries", page, StringComparison.Ordinal);

        LocalMessage[] told =
        [
            .. year.Platform.Mail.List().Where(mail => mail.CustomArgs.GetValueOrDefault("kind") == "RecordsUnreadable"),
        ];
        Assert.Equal(
            ["officer.one@acip-secretariat.example", "officer.two@acip-secretariat.example"],
            told.Select(mail => mail.Recipient.Email).Order(StringComparer.Ordinal)
        );
        string[] named = ["20260101-20260331", "20260401-20260630", StreamId.Of(other).Value, .. ofTheProgramme];
        Assert.All(told, mail => Assert.All(named, record => Assert.Contains(record, mail.Text, StringComparison.Ordinal)));
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await year.SendAsync(
                    HttpMethod.Get,
                    $"api/donor-reports/{ReportedYear.Agreement}/{ReportedYear.Report.Period}",
                    "officer-one"
                )
            ).StatusCode
        );
    }

    private static string Half(string json) => json[..(json.Length / 2)];

    private async Task<string> ReadAsync(DonorReportRecord file, string part) =>
        (
            await year.Container("donor-reports").GetBlobClient($"{file.Latest!.Folder}/{part}").DownloadContentAsync()
        ).Value.Content.ToString();

    private async Task RewriteAsync(StreamId stream, string row, Func<string, string> change)
    {
        TableEntity entity = await year.Rows.GetEntityAsync<TableEntity>(stream.Value, row);
        string before = entity.GetString("Json")!,
            after = change(before);
        Assert.NotEqual(before, after);
        entity["Json"] = after;
        await year.Rows.UpdateEntityAsync(entity, Azure.ETag.All, TableUpdateMode.Replace);
    }
}
