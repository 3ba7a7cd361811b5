using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>The page behind a link to a short form. It can be submitted once the browser is known to be the person's.</summary>
/// <param name="form">How it is handed in (null from it: it was not taken), and how it is shown with what was typed and what is wrong with
/// it.</param>
internal sealed class FormLinkHandler(
    LinkContext visit,
    FormLink link,
    LinkAnswers answers,
    DurableTaskClient workflows,
    HttpRequest request,
    (
        Func<IReadOnlyDictionary<string, string>, CancellationToken, Task<LinkTaken?>> HandIn,
        Func<IReadOnlyDictionary<string, string>, Text?, IResult> Show
    ) form
) : LinkHandler(visit, answers, workflows, request)
{
    private const string Submit = "submit";

    public async Task<IResult> ActAsync(IFormCollection posted, CancellationToken cancellation)
    {
        string act = posted["act"].ToString();
        if (act == "resend")
        {
            return await AskCodeAsync(posted["seen"].ToString(), Submit, another: true, cancellation);
        }

        if (act == "code")
        {
            if (await CheckCodeAsync(posted, cancellation) is { } again)
            {
                return again;
            }

            // somebody else with the link may have typed something else meanwhile
            IReadOnlyDictionary<string, string> kept = link.Draft?.Fields ?? new Dictionary<string, string>();
            TypedSince held = TypedSince.Of(link.Parts(known: true), kept);
            Text? wrong =
                LinkAnswers.Digest(kept) == posted["seen"]
                    ? Contested(held, known: true) ?? link.Problem(held.Fields)
                    : Texts.BrowserNowKnownDraftChangedMeanwhile;
            return wrong is null ? await TakeAsync(held.Fields, cancellation) : form.Show(held.Fields, wrong);
        }

        IReadOnlyDictionary<string, string> typed = LinkDraft.Sound(
            posted.Select(field => KeyValuePair.Create(field.Key, string.Join(' ', field.Value.ToArray()))),
            link.Fields
        );
        if (act != Submit)
        {
            return SeeOther("nothing-new");
        }

        TypedSince since = TypedSince.Of(link.Parts(Visit.Known), typed);
        IReadOnlyDictionary<string, string> fields = since.Fields;
        if ((Contested(since, Visit.Known) ?? link.Problem(fields)) is { } problem)
        {
            return form.Show(fields, problem);
        }

        if (Visit.Known)
        {
            return await TakeAsync(fields, cancellation);
        }

        await Answers.KeepDraftAsync(link.Linked, fields, false, cancellation);
        return await AskCodeAsync(LinkAnswers.Digest(fields), Submit, another: false, cancellation);
    }

    /// <summary>What was answered otherwise since the form was shown, beside what was typed; null for nothing.</summary>
    private Text? Contested(TypedSince since, bool known) =>
        since.Contested.Count == 0
            ? null
            : Texts.OtherAnswersCameMeanwhile(
                answers: Text.For(language =>
                    language.List(
                        link.Parts(known)
                            .Where(part => since.Contested.Contains(part.Code))
                            .Select(part => part is { Visible: true, Said: { } said } ? said.In(language) : part.Code)
                    )
                )
            );

    private async Task<IResult> TakeAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        LinkTaken? taken = await form.HandIn(fields, cancellation);
        return await GoOnAsync(taken ?? LinkTaken.Nothing, taken is null ? "nothing-new" : "submitted", cancellation);
    }
}
