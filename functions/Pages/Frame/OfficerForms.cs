using System.Globalization;
using ACip.Functions.Authorization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.Frame;

/// <summary>Forms by which officers enter or decide something on a page: who may, whether the form is ours, and the page that
/// follows.</summary>
internal static class OfficerForms
{
    /// <param name="act">What the form does; null from it: it says nothing that this page knows.</param>
    /// <param name="show">Shows the page, as a browser that asks for it would see it.</param>
    public static async Task<IResult> ActAsync(
        PageFrame frame,
        HttpRequest request,
        PageContext page,
        DurableTaskClient workflows,
        Func<IFormCollection, PersonId, Task<CommandResult?>> act,
        Func<Task<IResult>> show,
        CancellationToken cancellation
    )
    {
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        return await frame.ReadFormAsync(request, page, cancellation) is { } form && await act(form, page.Person!.Id) is { } result
            ? await DecisionForms.AnswerAsync(request, page, result, page.Path, workflows, show, cancellation)
            : PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
    }

    /// <summary>The same for a form with a file, which is posted to an address of its own.</summary>
    public static async Task<IResult> ActAsync(
        PageFrame frame,
        HttpRequest request,
        FormPlace place,
        DurableTaskClient workflows,
        Func<IFormCollection, PersonId, Task<CommandResult?>> act,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        if (request.ContentLength > FormPlace.LargestFile)
        {
            return PageFrame.RefuseFile(page with { Path = place.Back, Query = "" }, FormPlace.LargestFile);
        }

        IFormCollection? form = request.ContentLength is not null ? await frame.ReadFormAsync(request, page, cancellation) : null;
        return form is not null && await act(form, page.Person!.Id) is { } result
            ? await DecisionForms.AnswerAsync(request, page, result, place.Back, workflows, place.Show, cancellation, place.Anchor)
            : PageFrame.Refuse(page with { Path = place.Back, Query = "" }, StatusCodes.Status400BadRequest);
    }

    public static string Text(this IFormCollection form, string name) => form[name].ToString().Trim();

    public static string? TextOrNull(this IFormCollection form, string name) => form.Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>The earliest DateOnly if none was typed: every rule refuses it.</summary>
    public static DateOnly Day(this IFormCollection form, string name) =>
        DateOnly.TryParseExact(form.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : default;

    /// <summary>Whole numbers, however separated.</summary>
    public static IReadOnlyList<int> Numbers(this IFormCollection form, string name) =>
        [
            .. form.Text(name)
                .Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
                .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0),
        ];

    /// <summary>Codes of administrations, chosen or typed.</summary>
    public static IReadOnlyList<AdministrationId> Administrations(this IFormCollection form, string name) =>
        [
            .. form[name]
                .SelectMany(text => (text ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
                .Select(text => new AdministrationId(text.ToUpperInvariant()))
                .Distinct(),
        ];
}

/// <summary>Where a form stands.</summary>
/// <param name="Back">Path of its page.</param>
/// <param name="Anchor">Where on it.</param>
/// <param name="Show">Shows the page, as a browser that asks for it would see it.</param>
internal sealed record FormPlace(string Back, string Anchor, Func<Task<IResult>> Show)
{
    public const int LargestFile = 20 << 20;
}
