using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Mail;
using ACip.Functions.Pages.Meetings;
using ACip.Tests.Unit.Finance;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace ACip.Tests.Unit.Functions.Pages;

/// <summary>What was typed in a form that was refused is in it again, and what it is based on is what was read.</summary>
public sealed class RefusedPagesTests
{
    private const string Path = "/meetings/2027";

    [Theory]
    [InlineData(StatusCodes.Status409Conflict, "read")]
    [InlineData(StatusCodes.Status412PreconditionFailed, "stands")]
    public async Task Minutes_come_back(int status, string tag)
    {
        string html = await RenderAsync<MinutesForm>(
            status,
            new()
            {
                ["minutes"] = "All agreed.",
                ["point-1"] = "Send the list.",
                ["seen"] = "read",
                ["act"] = "minutes",
            },
            new()
            {
                [nameof(MinutesForm.Token)] = "token",
                [nameof(MinutesForm.Seen)] = "stands",
                [nameof(MinutesForm.Register)] = Books.Register,
            }
        );

        Assert.Contains(">All agreed.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Send the list.\"", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"seen\" value=\"{tag}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_task_that_a_message_was_to_be_counted_for_stays_chosen()
    {
        string html = await RenderAsync<QuarantineMessagePage>(
            StatusCodes.Status409Conflict,
            new() { ["task"] = "chosen", ["act"] = "answer" },
            new()
            {
                [nameof(QuarantineMessagePage.Mail)] = new ReceivedMail(
                    "key",
                    "blob",
                    DateTimeOffset.UnixEpoch,
                    "NeedsPerson",
                    Workflows.Messaging.Incoming.TriageReasons.Stranger,
                    new TaskId("sent-to"),
                    null,
                    MailTaken.Nothing,
                    QuarantineState.Waiting
                ),
                [nameof(QuarantineMessagePage.IsAside)] = true,
                [nameof(QuarantineMessagePage.Chosen)] = new PersonId("awa"),
                [nameof(QuarantineMessagePage.Tasks)] = new[] { Asked("sent-to"), Asked("chosen"), Asked("other") },
                [nameof(QuarantineMessagePage.Csrf)] = "token",
            }
        );

        Assert.Matches("<option value=\"chosen\" selected", html);
        Assert.DoesNotMatch("<option value=\"(sent-to|other)\" selected", html);
    }

    private static (TaskRef Task, HumanTaskRecord File) Asked(string id)
    {
        var task = new TaskId(id);
        return (
            new TaskRef(new StreamId("plan-af-2026"), task),
            HumanTaskRecord.Ask(task, ReportTaskKinds.ReportQuarter, TaskSubject.From("af-2026"), 1, null, [], default, default, default)
        );
    }

    private static async Task<string> RenderAsync<T>(
        int status,
        Dictionary<string, StringValues> typed,
        Dictionary<string, object?> parameters
    )
        where T : IComponent
    {
        await using ServiceProvider none = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(none, NullLoggerFactory.Instance);
        parameters["Page"] = new PageContext(Path, "", Language.En, false, null, false, DateTimeOffset.UnixEpoch)
        {
            Refused = RefusedForm.AsTyped(Path, new FormCollection(typed), status),
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
