using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>A posted form that holds answers: what is too long in it is said beside its field, and nothing else that was typed is
/// lost.</summary>
internal static class AnswerForm
{
    public static bool Keeps(IFormCollection form) => form["act"].ToString() is "save" or "submit" or ReportLinkHandler.Nil;

    /// <returns>True where some of it would be lost.</returns>
    public static bool IsTooMuch(IFormCollection form) => Keeps(form) && LinkDraft.IsTooMuch(form.Select(field => field.Value.ToString()));

    public static IResult RefuseTooMuch(HttpRequest request) =>
        PageFrame.Refuse(request, StatusCodes.Status413PayloadTooLarge, TextBounds.Narrative);
}
