using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Frame.Items;
using ACip.Functions.Pages.Surveys;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>The web form of a draft: an item at a time, saved as one goes, so that a weak link carries little and two people seldom meet.
/// Where they do, the second sees both versions.</summary>
public sealed class DraftEditing(PlanDraftService drafts, PlanService plans, PlanVersions versions, WeakFactorsQuery weak)
{
    /// <summary>Others may save other items of the section in between.</summary>
    private const int MostTries = 5;

    public async Task<IResult> ShowAsync(DraftPlace place, string? section, string? code, bool done, CancellationToken cancellation)
    {
        if (
            await drafts.ReadAsync(place.Plan, cancellation) is not { } standing
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
                    [nameof(DraftOverviewPage.Status)] = standing,
                    [nameof(DraftOverviewPage.Done)] = done,
                    [nameof(DraftOverviewPage.Weak)] = await weak.OfAsync(
                        standing.Draft.Administration,
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
                        [nameof(DraftSectionPage.Status)] = standing,
                        [nameof(DraftSectionPage.Section)] = section,
                        [nameof(DraftSectionPage.Done)] = done,
                    }
                )
            : DraftItems.Find(standing.Draft, section, code ?? "") is { } item
                ? await ItemAsync(place, standing, section, code ?? "", item, null, null, StatusCodes.Status200OK, cancellation)
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

        Func<string, string> typed = path => form[path].ToString().ReplaceLineEndings("\n");
        var others = new BackOff();
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            if (!DraftSections.All.Contains(section) || await drafts.ReadAsync(place.Plan, cancellation) is not { } standing)
            {
                return Missing(place);
            }

            JsonObject? there = DraftItems.Find(standing.Draft, section, code);
            IReadOnlyList<ItemField> fields = DraftFields.Of(section, standing.Draft);
            JsonObject mine = DraftItems.Read(there ?? [], fields, typed);
            bool removes = form["act"] == "remove" && section != DraftSections.Header && code != DraftItems.New;
            if (there is null ? !removes : form["tag"] != ItemText.Tag(there) && (removes || ItemText.Tag(mine) != ItemText.Tag(there)))
            {
                return await ItemAsync(
                    place,
                    standing,
                    section,
                    code,
                    mine,
                    there ?? [],
                    null,
                    StatusCodes.Status412PreconditionFailed,
                    cancellation
                );
            }

            if (!removes && ItemText.Unoffered(there ?? [], fields, typed) is { } choice)
            {
                return await NotReadAsync(choice.Path, mine, standing);
            }

            if (
                code == DraftItems.New
                && mine["code"]?.ToString() is { Length: > 0 } taken
                && DraftItems.Find(standing.Draft, section, taken) is not null
            )
            {
                return await ItemAsync(
                    place,
                    standing,
                    section,
                    code,
                    mine,
                    null,
                    place.Page.Say(Texts.TakenTakenGiveAnotherCode(taken: taken)),
                    StatusCodes.Status422UnprocessableEntity,
                    cancellation
                );
            }

            DraftResult result = await WriteAsync(place, standing, section, code, removes ? null : mine, form, cancellation);
            switch (result)
            {
                case DraftResult.Saved:
                    return new SeeOther(
                        place.Page.Link((section == DraftSections.Header ? place.Root : place.PathOf(section)) + "?done=1")
                    );
                case DraftResult.NotAPlan bad:
                    return await NotReadAsync(bad.At, mine, standing);
                case DraftResult.Refused refused:
                    return await ItemAsync(
                        place,
                        standing,
                        section,
                        code,
                        mine,
                        null,
                        place.Page.Say(refused.Why),
                        StatusCodes.Status409Conflict,
                        cancellation
                    );
            }

            await others.PauseAsync(cancellation);
        }

        return PageFrame.Refuse(place.Page with { Path = place.Root, Query = "" }, StatusCodes.Status412PreconditionFailed);

        Task<IResult> NotReadAsync(string at, JsonObject mine, DraftStatus standing) =>
            ItemAsync(
                place,
                standing,
                section,
                code,
                mine,
                null,
                place.Page.Say(Texts.SomethingCannotReadAtNothingSaved(at: at)),
                StatusCodes.Status422UnprocessableEntity,
                cancellation
            );
    }

    public async Task<IResult> SubmitAsync(
        DraftPlace place,
        HttpRequest request,
        DurableTaskClient workflows,
        CancellationToken cancellation
    ) =>
        await DecisionForms.AnswerAsync(
            request,
            place.Page,
            await plans.SubmitAsync(place.Plan, place.By.Id, place.Source, null, cancellation),
            place.Home,
            workflows,
            () =>
                ShowAsync(
                    place with
                    {
                        Page = place.Page with { Refused = RefusedForm.In(request.HttpContext) },
                    },
                    null,
                    null,
                    false,
                    cancellation
                ),
            cancellation
        );

    private async Task<DraftResult> WriteAsync(
        DraftPlace place,
        DraftStatus standing,
        string section,
        string code,
        JsonObject? item,
        IFormCollection form,
        CancellationToken cancellation
    )
    {
        var content = DraftItems.With(standing.Draft, section, code, item);
        if (form["why"].ToString().Trim() is { Length: > 0 } why && section == "indicators" && item is not null)
        {
            PlanReading reading = DraftSections.With(standing.Draft, section, content);
            if (reading.Plan?.Indicators.FirstOrDefault(one => one.Code == code) is { } revised)
            {
                string typed = form["factor"].ToString().Trim();
                bool converts = decimal.TryParse(
                    typed.Replace(',', '.'),
                    System.Globalization.NumberStyles.AllowDecimalPoint,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out decimal factor
                );
                return !converts && typed.Length > 0
                    ? new DraftResult.NotAPlan("factor", "No number.")
                    : await drafts.ReviseIndicatorAsync(
                        place.Plan,
                        revised,
                        why,
                        converts ? factor : null,
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
            AsRead.Of(DraftSections.Tag(standing.Draft, section)),
            place.By.Id,
            place.Source,
            cancellation
        );
    }

    /// <param name="theirs">What stands, where it is not what was edited; null where it is.</param>
    private async Task<IResult> ItemAsync(
        DraftPlace place,
        DraftStatus standing,
        string section,
        string code,
        JsonObject shown,
        JsonObject? theirs,
        string? problem,
        int status,
        CancellationToken cancellation
    )
    {
        JsonObject stands = theirs ?? DraftItems.Find(standing.Draft, section, code) ?? [];
        bool revises =
            section == "indicators"
            && standing.Plan is { Revision: not null, Version: > 0 }
            && (await versions.ReadAsync(place.Plan, standing.Plan.Version, cancellation)).Indicators.Any(one => one.Code == code);
        return place.Show<DraftItemPage>(
            new Dictionary<string, object?>
            {
                [nameof(DraftItemPage.Status)] = standing,
                [nameof(DraftItemPage.Section)] = section,
                [nameof(DraftItemPage.Code)] = code,
                [nameof(DraftItemPage.Item)] = shown,
                [nameof(DraftItemPage.Theirs)] = theirs,
                [nameof(DraftItemPage.Tag)] = ItemText.Tag(stands),
                [nameof(DraftItemPage.Problem)] = problem,
                [nameof(DraftItemPage.Revises)] = revises,
            },
            status
        );
    }

    private static IResult Missing(DraftPlace place) => PageFrame.Refuse(place.Page, StatusCodes.Status404NotFound);
}
