using System.Globalization;
using ACip.Functions.Api;
using ACip.Functions.Api.Meetings;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Meetings;

/// <summary>GET /meetings and /meetings/{year}: who attends, what they contribute, what was agreed. POST: an officer calls a meeting,
/// writes its minutes or cancels it.</summary>
public sealed class MeetingPageEndpoints(PageFrame frame, MeetingService meetings, ProgrammeTable table, ProgrammeDirectory directory)
{
    [Function(nameof(MeetingsPageEndpoint))]
    public async Task<IResult> MeetingsPageEndpoint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "meetings")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (HttpMethods.IsPost(request.Method) && page.Refused is null)
        {
            return await OfficerForms.ActAsync(
                frame,
                request,
                page,
                workflows,
                (form, by) => CallAsync(form, by, workflows, cancellation),
                () => MeetingsPageEndpoint(request, workflows, cancellation),
                cancellation
            );
        }

        return PageFrame.RefuseUnless(Right.ReadProgramme, page)
            ?? PageFrame.Show<MeetingsPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(MeetingsPage.Meetings)] = (await meetings.ListAsync(cancellation)).Select(row => row.Value).ToArray(),
                    [nameof(MeetingsPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                    [nameof(MeetingsPage.Done)] = request.Query.ContainsKey("done"),
                }
            );
    }

    [Function(nameof(MeetingPageEndpoint))]
    public async Task<IResult> MeetingPageEndpoint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "meetings/{year}")] HttpRequest request,
        string year,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (MeetingEndpoints.Read(year) is not { } id)
        {
            return PageFrame.RefuseUnless(Right.ReadProgramme, page) ?? PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (HttpMethods.IsPost(request.Method) && page.Refused is null)
        {
            return await OfficerForms.ActAsync(
                frame,
                request,
                page,
                workflows,
                async (form, by) =>
                    IfMatch.Of(form) is not { } asRead
                        ? null
                        : form.Text("act") switch
                        {
                            "minutes" => await meetings.WriteMinutesAsync(id, MinutesOf(form), by, asRead, cancellation),
                            "cancel" => await meetings.CancelAsync(id, form.Text("reason"), by, asRead, cancellation),
                            _ => null,
                        },
                () => MeetingPageEndpoint(request, year, workflows, cancellation),
                cancellation
            );
        }

        if (PageFrame.RefuseUnless(Right.ReadProgramme, page) is { } refusal)
        {
            return refusal;
        }

        return await id.FindAsync(table, cancellation) is { } row
            ? PageFrame.Show<MeetingPage>(
                page,
                new Dictionary<string, object?>
                {
                    [nameof(MeetingPage.Meeting)] = row.Value,
                    [nameof(MeetingPage.Answers)] = await ShortFormAnswer.ListAsync(table, id.Stream, id.Inviting, cancellation),
                    [nameof(MeetingPage.Register)] = await directory.ReadAsync(cancellation),
                    [nameof(MeetingPage.Seen)] = AsRead.TagOf(row),
                    [nameof(MeetingPage.Token)] = PageFrame.May(Right.ManageProgramme, page) ? frame.TokenFor(page, page.Path) : null,
                    [nameof(MeetingPage.Done)] = request.Query.ContainsKey("done"),
                }
            )
            : PageFrame.Refuse(page, StatusCodes.Status404NotFound);
    }

    private async Task<CommandResult?> CallAsync(
        IFormCollection form,
        PersonId by,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        var wanted = new MeetingEndpoints.NewMeeting(
            form.Text("title"),
            form.Day("start"),
            form.Day("end"),
            form.Text("place"),
            form.Text("agenda")
        );
        (CommandResult result, MeetingRef? begin) = await meetings.CallAsync(wanted.Called, by, cancellation);
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return result;
    }

    private static NewMinutes MinutesOf(IFormCollection form) =>
        new(
            form.Text("minutes"),
            [
                .. from field in form.Keys
                where field.StartsWith("women-", StringComparison.Ordinal)
                let home = field["women-".Length..]
                select new MeetingAttendance(
                    new AdministrationId(home),
                    TypedText.Number(form, field),
                    TypedText.Number(form, $"men-{home}")
                ),
            ],
            [
                .. from number in Enumerable.Range(1, MeetingPage.PointRows)
                let row = number.ToString(CultureInfo.InvariantCulture)
                where form.TextOrNull($"point-{row}") is not null
                select new NewActionPoint(
                    form.Text($"point-{row}"),
                    form.TextOrNull($"whose-{row}") is { } home ? new AdministrationId(home) : null,
                    form.Day($"due-{row}")
                ),
            ]
        );
}
