using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>GET /plans/{planId}/reports/{period}/items/{item}: the origin of one figure: the original words, the reply or form that
/// contained them, the evidence, and earlier values.</summary>
public sealed class OriginPageEndpoint(PageFrame frame, ReportQuery reading, ProgrammeTable table, ReceivedMails mails)
{
    public static string PathOf(PlanId plan, PeriodKey period, string item) =>
        $"/plans/{plan}/reports/{period}/items/{Uri.EscapeDataString(item)}";

    [Function(nameof(OriginPageEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{planId}/reports/{period}/items/{item}")] HttpRequest request,
        string planId,
        string period,
        string item,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (
            page.Person is not { } person
            || await reading.ReadAsync(new PlanId(planId), new PeriodKey(period), cancellation) is not { } report
            || !PlanReadPolicy.MayRead(person, report.File.Value.Administration, DateOnly.FromDateTime(page.Now.UtcDateTime))
            || !report.File.Value.Entries.TryGetValue(item, out ReportEntry? entry)
        )
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        ReceivedMail? mail =
            entry.Source.Way == EntryWay.Mail ? await FindAsync(report.File.Value.Plan, entry.Source.What, cancellation) : null;
        bool sealedOff = mail is { State: QuarantineState.Sealed } && !PageFrame.May(Right.OpenSealedMail, page);
        InboundMessage? message = mail is null || sealedOff ? null : await mails.ReadAsync(mail, cancellation);
        return PageFrame.Show<OriginPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(OriginPage.Report)] = report,
                [nameof(OriginPage.Entry)] = entry,
                [nameof(OriginPage.Mail)] = mail,
                [nameof(OriginPage.Message)] = message,
                [nameof(OriginPage.SealedOff)] = sealedOff,
            }
        );
    }

    /// <summary>A message stands with the task that it answered, or in the inbox where somebody took it as an answer.</summary>
    private async Task<ReceivedMail?> FindAsync(PlanId plan, string blob, CancellationToken cancellation)
    {
        foreach (StreamId stream in new[] { StreamId.Of(plan), StreamId.Inbox })
        {
            IReadOnlyList<Row<ReceivedMail>> rows = await table.ListAsync<ReceivedMail>(stream, ReceivedMail.Prefix, cancellation);
            if (rows.FirstOrDefault(row => row.Value.Blob == blob || row.Value.Repeats.Contains(blob)) is { } found)
            {
                return found.Value;
            }
        }

        return null;
    }
}
