using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Events;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.QuarterlyReports;

/// <summary>POST /plans/{planId}/reports/{period}/notes: adds a deviation, a risk or a delivery event to those that are noted.</summary>
public sealed class ReportNotesFormEndpoint(ReportFormAuthorization authorization, ReportOfficerService service)
{
    public static string PathOf(string plan, PeriodKey period) => ReportFormAuthorization.PathOf(plan, period, "notes");

    [Function(nameof(ReportNotesFormEndpoint))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{planId}/reports/{period}/notes")] HttpRequest request,
        string planId,
        string period,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        authorization.ActAsync(
            request,
            planId,
            period,
            ReportFormAuthors.OfficersAndCoordinators,
            async post =>
            {
                Func<ReportNotes, ReportNotes>? add = Adding(post);
                CommandResult result = add is null
                    ? post.Text("act") == "event" && FormChoice.Read<DeliveryKind>(post.Text("kind")) is null
                        ? FormChoice.Unoffered
                        : new CommandResult.Refused("nothing-new", "Nothing was given.")
                    : await service.NoteAsync(post.Id, add, post.Person.Id, post.Source, cancellation);
                return await post.AnswerAsync(result, workflows, cancellation);
            },
            cancellation
        );

    /// <summary>On what stands when it is stored: somebody else may add something at the same time.</summary>
    /// <returns>Null where nothing was given.</returns>
    private static Func<ReportNotes, ReportNotes>? Adding(ReportPost post)
    {
        string item = post.Text("item").ToUpperInvariant();
        switch (post.Text("act"))
        {
            case "deviation" when post.Text("what").Length > 0:
                var deviation = new ReportedDeviation(item, post.Text("what"), OrNull(post.Text("done")));
                return notes => notes with { Deviations = [.. notes.Deviations, deviation] };
            case "risk" when post.Text("what").Length > 0:
                var risk = new ReportedRisk(
                    item,
                    post.Text("what"),
                    Number(post.Text("likelihood")),
                    Number(post.Text("impact")),
                    OrNull(post.Text("done"))
                );
                return notes => notes with { Risks = [.. notes.Risks.Where(one => one.Code != item), risk] };
            case "event"
                when DayBounds.Read(post.Text("start")) is { } start
                    && DayBounds.TryRead(post.Text("end"), out DateOnly? end)
                    && FormChoice.Read<DeliveryKind>(post.Text("kind")) is { } kind:
                DeliveredEvent held = Event(post, kind, start, end ?? start);
                return notes => notes with { Events = [.. notes.Events, held] };
            default:
                return null;
        }
    }

    private static DeliveredEvent Event(ReportPost post, DeliveryKind kind, DateOnly start, DateOnly end) =>
        new(
            kind,
            post.Text("what"),
            start,
            end,
            post.Report.File.Value.Administration,
            Number(post.Text("women")),
            Number(post.Text("men")),
            Number(post.Text("notstated"))
        );

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static int Number(string text) =>
        text.Length == 0 ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : -1;
}
