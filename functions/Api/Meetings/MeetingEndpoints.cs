using System.Globalization;
using ACip.Functions.Api.Lists;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Meetings;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Meetings;

/// <summary>/api/meetings…: calls the annual meeting, lists who attends and what they contribute, records its minutes, cancels
/// it.</summary>
public sealed class MeetingEndpoints(MeetingService meetings, ProgrammeTable table, SignedInPerson signedIn)
{
    public sealed record NewMeeting(string Title, DateOnly Start, DateOnly End, string Place, string Agenda)
    {
        internal MeetingRecord Called => new(new MeetingRef(Start.Year), Title, Start, End, Place, Agenda, MeetingState.Called);
    }

    public sealed record MeetingAnswer(MeetingRecord Meeting, IReadOnlyList<ShortFormAnswer> Answers);

    [Function(nameof(ApiMeetings))]
    public async Task<IResult> ApiMeetings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/meetings")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access
            ? access.Refusal
            : ListAnswer.Of(
                request,
                (await meetings.ListAsync(cancellation)).Select(row => row.Value),
                one => one.Ref.Year.ToString("D4", CultureInfo.InvariantCulture)
            );

    [Function(nameof(ApiMeeting))]
    public async Task<IResult> ApiMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/meetings/{year}")] HttpRequest request,
        string year,
        CancellationToken cancellation
    ) =>
        await signedIn.MayAsync(Right.ReadProgramme, request, cancellation) is { Granted: false } access ? access.Refusal
        : Read(year) is { } id && await id.FindAsync(table, cancellation) is { } row
            ? JsonAnswer.Read(
                request,
                new MeetingAnswer(row.Value, await ShortFormAnswer.ListAsync(table, id.Stream, id.Inviting, cancellation)),
                row
            )
        : JsonAnswer.NotFound("meeting");

    [Function(nameof(ApiCallMeeting))]
    public async Task<IResult> ApiCallMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/meetings")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<NewMeeting>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal("not-a-meeting", "Send JSON with title, start, end, place and agenda.");
        }

        (CommandResult result, MeetingRef? begin) = await meetings.CallAsync(wanted.Called, access.Person.Id, cancellation);
        if (begin is not null)
        {
            await workflows.BeginAsync(begin, cancellation);
        }

        return DecisionAnswer.Of(result, access.Person.Language);
    }

    [Function(nameof(ApiWriteMinutes))]
    public async Task<IResult> ApiWriteMinutes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/meetings/{year}/minutes")] HttpRequest request,
        string year,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        await DecideAsync<NewMinutes>(
            request,
            year,
            workflows,
            (id, minutes, by, asRead) => meetings.WriteMinutesAsync(id, minutes, by, asRead, cancellation),
            JsonBody.Refusal("not-minutes", "Send JSON with minutes, attendance and points."),
            cancellation
        );

    [Function(nameof(ApiCancelMeeting))]
    public async Task<IResult> ApiCancelMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/meetings/{year}/cancellation")] HttpRequest request,
        string year,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        await DecideAsync<GivenReasonBody>(
            request,
            year,
            workflows,
            (id, given, by, asRead) => meetings.CancelAsync(id, given.Reason, by, asRead, cancellation),
            GivenReasonBody.Missing,
            cancellation
        );

    internal static MeetingRef? Read(string year) =>
        year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new MeetingRef(number)
            : null;

    private async Task<IResult> DecideAsync<T>(
        HttpRequest request,
        string year,
        DurableTaskClient workflows,
        Func<MeetingRef, T, Workflows.Identifiers.PersonId, AsRead, Task<CommandResult>> decide,
        IResult malformed,
        CancellationToken cancellation
    )
        where T : class
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        (AsRead asRead, IResult? wrong) = IfMatch.Of(request);
        if (!access.Granted || wrong is not null)
        {
            return access.Refusal ?? wrong!;
        }

        if (Read(year) is not { } id)
        {
            return JsonAnswer.NotFound("meeting");
        }

        return await JsonBody.ReadAsync<T>(request, cancellation) is { } body
            ? await DecisionAnswer.OfAsync(
                await decide(id, body, access.Person.Id, asRead),
                access.Person.Language,
                workflows,
                cancellation
            )
            : malformed;
    }
}
