using ACip.Functions.Authorization;
using ACip.Functions.Pages.ManyAtOnce;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.ManyAtOnce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.ManyAtOnce;

/// <summary>POST /api/many-at-once/preview says what would happen to each task; POST /api/many-at-once does it. A repetition by the same
/// officer in the same words on the same day does nothing.</summary>
public sealed class ManyEndpoints(ManyAtOnceService service, SignedInPerson signedIn)
{
    /// <param name="Tasks">Each as its stream, a bar and its id: plan-af-2026|af-2026-report-20260101-20260331-r1.</param>
    /// <param name="Day">New due day, to extend.</param>
    /// <param name="To">Role in the administration, to reassign.</param>
    public sealed record WantedForMany(ManyAct Act, IReadOnlyList<string> Tasks, string Reason, DateOnly? Day = null, Role? To = null);

    /// <param name="Says">In the reader's language: what is done, or why it cannot be.</param>
    public sealed record ManyLine(string Task, string? Administration, string Title, ManyStatus Status, string? Rule, string Says);

    [Function(nameof(ApiManyPreview))]
    public Task<IResult> ApiManyPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/many-at-once/preview")] HttpRequest request,
        CancellationToken cancellation
    ) => AnswerAsync(request, order => service.PreviewAsync(order, cancellation), cancellation);

    [Function(nameof(ApiManyAtOnce))]
    public Task<IResult> ApiManyAtOnce(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/many-at-once")] HttpRequest request,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        AnswerAsync(
            request,
            order => service.DoAsync(order, result => workflows.FollowAsync(result, cancellation), cancellation),
            cancellation
        );

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        Func<ManyOrder, Task<IReadOnlyList<ManyOutcome>>> what,
        CancellationToken cancellation
    )
    {
        Access access = await signedIn.MayAsync(Right.ManageProgramme, request, cancellation);
        if (!access.Granted)
        {
            return access.Refusal;
        }

        if (await JsonBody.ReadAsync<WantedForMany>(request, cancellation) is not { } wanted)
        {
            return JsonBody.Refusal("not-an-order", "Send JSON with act, tasks, reason, and day to extend or to to reassign.");
        }

        TaskRef?[] tasks = [.. (wanted.Tasks ?? []).Select(key => ManyKeys.Read(key ?? ""))];
        if (tasks.Any(task => task is null))
        {
            return DecisionAnswer.Of(new CommandResult.Refused("no-such-task", "There is no such task."), access.Person.Language);
        }

        var order = new ManyOrder(wanted.Act, [.. tasks.OfType<TaskRef>()], (wanted.Reason ?? "").Trim(), access.Person.Id)
        {
            Day = wanted.Day,
            To = wanted.To,
        };
        Language language = access.Person.Language;
        return ManyAtOnceService.Refuse(order) is { } refused
            ? DecisionAnswer.Of(refused, language)
            : Results.Ok(
                (await what(order)).Select(one => new ManyLine(
                    ManyKeys.Of(one.Task),
                    one.Administration?.Value,
                    one.Title.In(language),
                    one.Status,
                    one.Rule,
                    one.Says.In(language)
                ))
            );
    }
}
