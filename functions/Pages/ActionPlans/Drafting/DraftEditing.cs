using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Frame.Items;
using ACip.Functions.Pages.Surveys;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>The web form of a draft, saved item by item: a weak connection carries little, and two people rarely collide. If they do, the
/// second sees both versions.</summary>
public sealed class DraftEditing(PlanDraftService drafts, PlanApprovalService plans, PlanVersions versions, WeakFactorsQuery weak)
{
    /// <summary>Others may save other items of the section in between.</summary>
    private const int MostTries = 5;

    public async Task<IResult> ShowAsync(DraftPlace place, string? section, string? code, bool done, CancellationToken cancellation)
    {
        if (
            await drafts.ReadAsync(place.Plan, cancellation) is not { } status
            || (section is not null && !DraftSections.All.Contains(section))
        )
        {
            return Missing(place);
        }

        if (section is null)
        {
            return place.Show<DraftOverviewPage>(
                new Dictionary<string, object?>
                {
                    [nameof(DraftOverviewPage.Status)] = status,
                    [nameof(DraftOverviewPage.Done)] = done,
                    [nameof(DraftOverviewPage.Weak)] = await weak.OfAsync(
                        status.Draft.Administration,
                        place.By,
                        place.Page.Now,
                        cancellation
                    ),
                }
            );
        }

        return section != DraftSections.Header && code is null
                ? place.Show<DraftSectionPage>(
                    new Dictionary<string, object?>
                    {
                        [nameof(DraftSectionPage.Status)] = status,
                        [nameof(DraftSectionPage.Section)] = section,
                        [nameof(DraftSectionPage.Done)] = done,
                    }
                )
            : DraftItems.Find(status.Draft, section, code ?? "") is { } item
                ? await ItemAsync(place, new ShownItem(status, section, code ?? "", item), cancellation)
            : Missing(place);
    }

    public async Task<IResult> SaveAsync(
        DraftPlace place,
        string section,
        string code,
        IFormCollection form,
        CancellationToken cancellation
    )
    {
        // without a button pressed, by the Enter key, it is saved
        if (form["act"].ToString() is not ("" or "save" or "remove"))
        {
            return PageFrame.Refuse(place.Page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        var others = new BackOff();
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            if (!DraftSections.All.Contains(section) || await drafts.ReadAsync(place.Plan, cancellation) is not { } status)
            {
                return Missing(place);
            }

            var edited = EditedItem.Of(status, section, code, form);
            if (Refuse(place, edited) is { } refused)
            {
                return await ItemAsync(place, refused, cancellation);
            }

            switch (await WriteAsync(place, edited, form, cancellation))
            {
                case DraftResult.Saved:
                    return new SeeOther(
                        place.Page.Link((section == DraftSections.Header ? place.Root : place.PathOf(section)) + "?done=1")
                    );
                case DraftResult.NotAPlan bad:
                    return await ItemAsync(place, NotRead(place, edited, bad.At), cancellation);
                case DraftResult.Refused why:
                    return await ItemAsync(
                        place,
                        edited.Shown with
                        {
                            Problem = place.Page.Say(why.Why),
                            StatusCode = StatusCodes.Status409Conflict,
                        },
                        cancellation
                    );
            }

            await others.PauseAsync(cancellation);
        }

        return PageFrame.Refuse(place.Page with { Path = place.Root, Query = "" }, StatusCodes.Status412PreconditionFailed);
    }

    /// <returns>The item as it is shown again; null where it may be written.</returns>
    private static ShownItem? Refuse(DraftPlace place, EditedItem edited)
    {
        if (edited.IsOvertaken)
        {
            return edited.Shown with { Theirs = edited.There ?? [], StatusCode = StatusCodes.Status412PreconditionFailed };
        }

        if (!edited.Removes && edited.Unoffered is { } path)
        {
            return NotRead(place, edited, path);
        }

        if (!edited.Removes && edited.Ambiguous is { } number)
        {
            return edited.Shown with
            {
                Problem = $"{place.Page.Say(number)}: {place.Page.Say(RefusalRules.WordsOf("ambiguous-number", ""))}",
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }

        return edited.Taken is { } taken
            ? edited.Shown with
            {
                Problem = place.Page.Say(Texts.TakenTakenGiveAnotherCode(taken: taken)),
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            }
            : null;
    }

    private static ShownItem NotRead(DraftPlace place, EditedItem edited, string at) =>
        edited.Shown with
        {
            Problem = place.Page.Say(Texts.SomethingCannotReadAtNothingSaved(at: at)),
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };

    public async Task<IResult> SubmitAsync(
        DraftPlace place,
        (HttpRequest Request, string Seen) post,
        DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        await DecisionForms.AnswerAsync(
            post.Request,
            place.Page,
            await plans.SubmitAsync(place.Plan, place.By.Id, place.Source, null, cancellation, DraftRead.OfPage(post.Seen)),
            place.Home,
            workflows,
            () =>
                ShowAsync(
                    place with
                    {
                        Page = place.Page with { Refused = RefusedForm.In(post.Request.HttpContext) },
                    },
                    null,
                    null,
                    false,
                    cancellation
                ),
            cancellation
        );

    private async Task<DraftResult> WriteAsync(DraftPlace place, EditedItem edited, IFormCollection form, CancellationToken cancellation)
    {
        (DraftStatus status, string section, string code, _, JsonObject mine) = edited;
        JsonObject? item = edited.Removes ? null : mine;
        var content = DraftItems.With(status.Draft, section, code, item);
        if (form["why"].ToString().Trim() is { Length: > 0 } why && section == "indicators" && item is not null)
        {
            PlanReading reading = DraftSections.With(status.Draft, section, content);
            if (reading.Plan?.Indicators.FirstOrDefault(one => one.Code == code) is { } revised)
            {
                string typed = form["factor"].ToString().Trim();
                decimal? factor = TypedNumber.Read(typed, mayBeNegative: false);
                return factor is null && typed.Length > 0
                    ? new DraftResult.NotAPlan("factor", "No number.")
                    : await drafts.ReviseIndicatorAsync(
                        place.Plan,
                        (revised, why, factor),
                        AsRead.Of(DraftSections.Tag(status.Draft, section)),
                        place.By.Id,
                        place.Source,
                        cancellation
                    );
            }
        }

        return await drafts.SaveSectionAsync(
            place.Plan,
            section,
            content,
            AsRead.Of(DraftSections.Tag(status.Draft, section)),
            place.By.Id,
            place.Source,
            cancellation
        );
    }

    private async Task<IResult> ItemAsync(DraftPlace place, ShownItem shown, CancellationToken cancellation)
    {
        (DraftStatus status, string section, string code, JsonObject item) = shown;
        JsonObject stands = shown.Theirs ?? DraftItems.Find(status.Draft, section, code) ?? [];
        bool revises =
            section == "indicators"
            && status.Plan is { Revision: not null, Version: > 0 }
            && (await versions.ReadAsync(place.Plan, status.Plan.Version, cancellation)).Indicators.Any(one => one.Code == code);
        return place.Show<DraftItemPage>(
            new Dictionary<string, object?>
            {
                [nameof(DraftItemPage.Status)] = status,
                [nameof(DraftItemPage.Section)] = section,
                [nameof(DraftItemPage.Code)] = code,
                [nameof(DraftItemPage.Item)] = item,
                [nameof(DraftItemPage.Theirs)] = shown.Theirs,
                [nameof(DraftItemPage.Tag)] = ItemText.Tag(stands),
                [nameof(DraftItemPage.Problem)] = shown.Problem,
                [nameof(DraftItemPage.Revises)] = revises,
                [nameof(DraftItemPage.Revision)] = shown.Revision,
            },
            shown.StatusCode
        );
    }

    private static IResult Missing(DraftPlace place) => PageFrame.Refuse(place.Page, StatusCodes.Status404NotFound);
}
