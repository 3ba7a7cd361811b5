using System.Text.Json.Nodes;
using ACip.Functions.Pages;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.ActionPlans;

/// <summary>The web form of a draft: an item at a time, saved as one goes, so that a weak link carries little and two people seldom meet. Where they do, the second sees both versions.</summary>
public sealed class DraftEditing(PlanDraftDesk drafts, PlanDesk plans, PlanVersions versions)
{
    /// <summary>Others may save other items of the section in between.</summary>
    private const int MostTries = 5;

    public async Task<IResult> ShowAsync(DraftPlace place, string? section, string? code, bool done, CancellationToken cancellation)
    {
        if (await drafts.ReadAsync(place.Plan, cancellation) is not { } standing || (section is not null && !DraftSections.All.Contains(section)))
        {
            return Missing(place);
        }

        if (section is null)
        {
            return place.Show<DraftOverviewSheet>(new Dictionary<string, object?> { [nameof(DraftOverviewSheet.Standing)] = standing, [nameof(DraftOverviewSheet.Done)] = done });
        }

        return section != DraftSections.Header && code is null
            ? place.Show<DraftSectionSheet>(new Dictionary<string, object?> { [nameof(DraftSectionSheet.Standing)] = standing, [nameof(DraftSectionSheet.Section)] = section, [nameof(DraftSectionSheet.Done)] = done })
            : DraftItems.Find(standing.Draft, section, code ?? "") is { } item
                ? await ItemAsync(place, standing, section, code ?? "", item, null, null, StatusCodes.Status200OK, cancellation)
                : Missing(place);
    }

    public async Task<IResult> SaveAsync(DraftPlace place, string section, string code, IFormCollection form, CancellationToken cancellation)
    {
        var others = new BackOff();
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            if (!DraftSections.All.Contains(section) || await drafts.ReadAsync(place.Plan, cancellation) is not { } standing)
            {
                return Missing(place);
            }

            JsonObject? there = DraftItems.Find(standing.Draft, section, code);
            JsonObject mine = DraftItems.Read(there ?? [], DraftFields.Of(section, standing.Draft), path => form[path].ToString().ReplaceLineEndings("\n"));
            bool removes = form["act"] == "remove" && section != DraftSections.Header && code != DraftItems.New;
            if (there is null ? !removes : form["tag"] != DraftItems.Tag(there) && (removes || DraftItems.Tag(mine) != DraftItems.Tag(there)))
            {
                return await ItemAsync(place, standing, section, code, mine, there ?? [], null, StatusCodes.Status412PreconditionFailed, cancellation);
            }

            if (code == DraftItems.New && mine["code"]?.ToString() is { Length: > 0 } taken && DraftItems.Find(standing.Draft, section, taken) is not null)
            {
                return await ItemAsync(place, standing, section, code, mine, null, place.Page.Say($"{taken} is taken: give another code.", $"{taken} est pris : donnez un autre code.", $"{taken} está ocupado: dé otro código."), StatusCodes.Status422UnprocessableEntity, cancellation);
            }

            DraftResult result = await WriteAsync(place, standing, section, code, removes ? null : mine, form, cancellation);
            switch (result)
            {
                case DraftResult.Saved:
                    return new SeeOther(place.Page.Link((section == DraftSections.Header ? place.Root : place.PathOf(section)) + "?done=1"));
                case DraftResult.NotAPlan bad:
                    return await ItemAsync(place, standing, section, code, mine, null, place.Page.Say(
                        $"Something cannot be read: {bad.At}. Nothing was saved; please look at the fields.",
                        $"Quelque chose est illisible : {bad.At}. Rien n'a été enregistré ; revoyez les champs.",
                        $"Algo no se puede leer: {bad.At}. No se guardó nada; revise los campos."), StatusCodes.Status422UnprocessableEntity, cancellation);
                case DraftResult.Refused refused:
                    return await ItemAsync(place, standing, section, code, mine, null, place.Page.Say(refused.Why), StatusCodes.Status409Conflict, cancellation);
            }

            await others.PauseAsync(cancellation);
        }

        return PageShell.Refuse(place.Page with { Path = place.Root, Query = "" }, StatusCodes.Status412PreconditionFailed);
    }

    public async Task<IResult> SubmitAsync(DraftPlace place, DurableTaskClient workflows, CancellationToken cancellation) =>
        await Access.DecisionForms.AnswerAsync(place.Page, await plans.SubmitAsync(place.Plan, place.By.Id, place.Source, null, cancellation), place.Home, workflows, cancellation);

    private async Task<DraftResult> WriteAsync(DraftPlace place, DraftStanding standing, string section, string code, JsonObject? item, IFormCollection form, CancellationToken cancellation)
    {
        var content = DraftItems.With(standing.Draft, section, code, item);
        if (form["why"].ToString().Trim() is { Length: > 0 } why && section == "indicators" && item is not null)
        {
            PlanReading reading = DraftSections.With(standing.Draft, section, content);
            if (reading.Plan?.Indicators.FirstOrDefault(one => one.Code == code) is { } revised)
            {
                decimal? factor = decimal.TryParse(form["factor"].ToString().Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal given) ? given : null;
                return await drafts.ReviseIndicatorAsync(place.Plan, revised, why, factor, place.By.Id, place.Source, cancellation);
            }
        }

        return await drafts.SaveSectionAsync(place.Plan, section, content, DraftSections.Tag(standing.Draft, section), place.By.Id, place.Source, cancellation);
    }

    /// <param name="theirs">What stands, where it is not what was edited; null where it is.</param>
    private async Task<IResult> ItemAsync(DraftPlace place, DraftStanding standing, string section, string code, JsonObject shown, JsonObject? theirs, string? problem, int status, CancellationToken cancellation)
    {
        JsonObject stands = theirs ?? DraftItems.Find(standing.Draft, section, code) ?? [];
        bool revises = section == "indicators" && standing.Plan is { Revision: not null, Version: > 0 }
            && (await versions.ReadAsync(place.Plan, standing.Plan.Version, cancellation)).Indicators.Any(one => one.Code == code);
        return place.Show<DraftItemSheet>(new Dictionary<string, object?>
        {
            [nameof(DraftItemSheet.Standing)] = standing,
            [nameof(DraftItemSheet.Section)] = section,
            [nameof(DraftItemSheet.Code)] = code,
            [nameof(DraftItemSheet.Item)] = shown,
            [nameof(DraftItemSheet.Theirs)] = theirs,
            [nameof(DraftItemSheet.Tag)] = DraftItems.Tag(stands),
            [nameof(DraftItemSheet.Problem)] = problem,
            [nameof(DraftItemSheet.Revises)] = revises,
        }, status);
    }

    private static IResult Missing(DraftPlace place) => PageShell.Refuse(place.Page, StatusCodes.Status404NotFound);
}
