using System.Globalization;
using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Settings;

/// <summary>/settings/approval: from which size a plan needs two approvers; /settings/reminders: who is reminded when; /settings/features:
/// which features the programme uses.</summary>
public sealed class PolicyEndpoints(
    EntryEditing editing,
    ApprovalPolicyService approval,
    CycleSettingsService cycle,
    ProgrammeFeaturesService features
)
{
    [Function(nameof(EditPolicy))]
    public Task<IResult> EditPolicy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "settings/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellation
    ) =>
        editing.RunAsync(
            request,
            async () =>
                name switch
                {
                    "approval" => Approval(await approval.ReadAsync(cancellation)),
                    "reminders" => Reminders(await cycle.PolicyAsync(cancellation)),
                    "features" => Features(await features.ReadAsync(cancellation)),
                    _ => null,
                },
            cancellation
        );

    private Entry Features(ProgrammeFeatures stands) =>
        new(
            Texts.FeaturesWord,
            [
                new("openPublication", ItemFieldKind.YesNo, Texts.FeatureOpenPublication, Hint: Texts.FeatureOpenPublicationHint),
                new("weeklyOverviews", ItemFieldKind.YesNo, Texts.FeatureWeeklyOverviews, Hint: Texts.FeatureWeeklyOverviewsHint),
                new("monthlyStatus", ItemFieldKind.YesNo, Texts.FeatureMonthlyStatus, Hint: Texts.FeatureMonthlyStatusHint),
                new("assessmentRounds", ItemFieldKind.YesNo, Texts.FeatureAssessmentRounds, Hint: Texts.FeatureAssessmentRoundsHint),
            ],
            EntryJson.Of(stands),
            ContentTag.Of(stands),
            async (item, asRead, by, cancel) =>
                EntrySaved.Of(await features.SaveAsync(EntryJson.To<ProgrammeFeatures>(item!), by, cancel, asRead))
        )
        {
            Above = ("/settings", Texts.SettingsWord),
            Lead = Texts.FeaturesLead,
        };

    private Entry Approval(ApprovalPolicy stands) =>
        new(
            Texts.ApprovalPolicyWord,
            [new("secondApproverFrom", ItemFieldKind.Whole, Texts.SecondApproverFrom, true, Texts.SecondApproverFromHint)],
            EntryJson.Of(stands),
            ContentTag.Of(stands),
            async (item, asRead, by, cancel) =>
                EntrySaved.Of(await approval.SaveAsync(EntryJson.To<ApprovalPolicy>(item!), by, cancel, asRead))
        )
        {
            Above = ("/settings", Texts.SettingsWord),
            Lead = Texts.ApprovalPolicyLead,
        };

    private Entry Reminders(ReminderPolicy stands) =>
        new(
            Texts.ReminderPolicyWord,
            [
                new("sendFrom", ItemFieldKind.Line, Texts.SendFrom, Hint: Texts.TimeHint),
                new("sendUntil", ItemFieldKind.Line, Texts.SendUntil, Hint: Texts.TimeHint),
                new("steps", ItemFieldKind.Lines, Texts.ReminderSteps, Hint: ReminderLines.Hint),
            ],
            ReminderLines.Of(stands),
            ContentTag.Of(stands),
            async (item, asRead, by, cancel) =>
                ReminderLines.Read(item!) is ({ } policy, _)
                    ? EntrySaved.Of(await cycle.SavePolicyAsync(policy, by, cancel, asRead))
                    : ReminderLines.Read(item!).Problem!
        )
        {
            Above = ("/settings", Texts.SettingsWord),
            Lead = Texts.ReminderPolicyLead,
        };
}

/// <summary>Reminders as officers type them, a line each: <c>overdue-5: Due +5: Coordinator, Alternate</c>, with <c>page</c> behind where
/// it is shown on pages only. Pure.</summary>
internal static class ReminderLines
{
    private const string PageWord = "page";

    public static Text Hint { get; } =
        Texts.ReminderStepsHint(
            example: "overdue-5: Due +5: Coordinator, Alternate",
            anchors: string.Join(", ", Enum.GetNames<ReminderAnchor>()),
            audiences: string.Join(", ", Enum.GetNames<Audience>()),
            page: $"({PageWord})"
        );

    public static JsonObject Of(ReminderPolicy policy) =>
        new()
        {
            ["sendFrom"] = policy.SendFrom.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["sendUntil"] = policy.SendUntil.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["steps"] = string.Join('\n', policy.Steps.Select(Line)),
        };

    public static (ReminderPolicy? Policy, EntrySaved? Problem) Read(JsonObject item)
    {
        if (Hour(item, "sendFrom") is not { } from)
        {
            return (null, EntrySaved.Not("sendFrom", "not-a-time", "Give a time such as 09:00."));
        }

        if (Hour(item, "sendUntil") is not { } until)
        {
            return (null, EntrySaved.Not("sendUntil", "not-a-time", "Give a time such as 09:00."));
        }

        var steps = new List<ReminderStep>();
        foreach (
            string line in (item["steps"]?.ToString() ?? "").Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (Step(line) is not { } step)
            {
                return (
                    null,
                    EntrySaved.Not($"steps: {line}", "reminder-line", "A line has a code, what it counts from with days, and to whom.")
                );
            }

            steps.Add(step);
        }

        return (new ReminderPolicy(0, steps, from, until), null);
    }

    private static string Line(ReminderStep step) =>
        $"{step.Code}: {step.Anchor} {(step.WorkingDays < 0 ? "" : "+")}{step.WorkingDays.ToString(CultureInfo.InvariantCulture)}: "
        + string.Join(", ", step.To)
        + (step.Channel == Channel.Page ? $" ({PageWord})" : "");

    private static ReminderStep? Step(string line)
    {
        bool page = line.EndsWith($"({PageWord})", StringComparison.Ordinal);
        string text = page ? line[..^(PageWord.Length + 2)] : line;
        if (
            text.Split(':', StringSplitOptions.TrimEntries) is not [var code, var when, var whom]
            || when.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var anchor, var days]
            || Frame.FormChoice.Read<ReminderAnchor>(anchor) is not { } from
            || !int.TryParse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
        )
        {
            return null;
        }

        Audience?[] to =
        [
            .. whom.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Frame.FormChoice.Read<Audience>),
        ];
        return to.Any(one => one is null)
            ? null
            : new ReminderStep(code, from, number, [.. to.OfType<Audience>()], page ? Channel.Page : Channel.Mail);
    }

    private static TimeOnly? Hour(JsonObject item, string name) =>
        TimeOnly.TryParseExact(item[name]?.ToString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly hour)
            ? hour
            : null;
}
