using ACip.Functions.Pages.Programme;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>Figures typed on the page behind a link: saved as a draft, or submitted.</summary>
internal sealed class ReportLinkHandler(
    LinkContext visit,
    ReportTaskLink link,
    LinkAnswers answers,
    ReportLinkServices acts,
    DurableTaskClient workflows,
    HttpRequest request
) : LinkHandler(visit, answers, workflows, request)
{
    public const string Nil = "nil";

    private const string Save = "save",
        Submit = "submit",
        Know = "know",
        Edit = "edit";

    private static readonly Dictionary<string, Text> NoErrors = [];

    private readonly ReportRequestHandler requests = new(visit, link, answers, acts, workflows, request);

    public async Task<IResult> ActAsync(IFormCollection form, CancellationToken cancellation)
    {
        string act = form["act"].ToString();
        if (act is "code" or "resend")
        {
            return await CodeAsync(form, act == "resend", cancellation);
        }

        if (await requests.ActAsync(act, form, cancellation) is { } asked)
        {
            return asked;
        }

        if (act == Know)
        {
            return await AskCodeAsync("", Edit, another: false, cancellation);
        }

        if (act == "notices")
        {
            if (!Visit.Known || NoticeWords.Read(form["pace"]) is not { } pace)
            {
                return SeeOther("nothing-new");
            }

            await acts.Notices.ChooseAsync(Person.Id, pace, cancellation);
            return SeeOther("chosen");
        }

        if (act is not (Save or Submit or Nil))
        {
            return LinkResult.Show<NoticePage>(Visit, StatusCodes.Status400BadRequest, (nameof(NoticePage.Notice), LinkNotice.FormTooOld));
        }

        IReadOnlyDictionary<string, string> typed = Typed(form);
        if (act == Save)
        {
            await Answers.KeepDraftAsync(link.Linked, typed, Visit.Known, cancellation);
            return SeeOther("saved");
        }

        TypedSince since = ReportForm.Since(Visit, link, typed, Visit.Known);
        IReadOnlyDictionary<string, string> fields = since.Fields;
        if (IsOvertaken(since, act))
        {
            // both are shown; what is right is handed in as it then stands by the same button
            await Answers.KeepDraftAsync(link.Linked, fields, Visit.Known, cancellation);
            return ReportForm.Show(Visit, link, typed, NoErrors, "meanwhile", StatusCodes.Status409Conflict);
        }

        (ParsedForm reading, IReadOnlyDictionary<string, Text> errors) = Read(fields, act);
        if (errors.Count > 0)
        {
            await Answers.KeepDraftAsync(link.Linked, fields, Visit.Known, cancellation);
            return ReportForm.Show(Visit, link, fields, errors, null, StatusCodes.Status422UnprocessableEntity);
        }

        if (act == Submit && ReportForm.Unseen(Visit, link, reading, form["asked"].ToString()) is { Count: > 0 })
        {
            // asked before it is handed in; what is right is handed in as it stands by the same button
            await Answers.KeepDraftAsync(link.Linked, fields, Visit.Known, cancellation);
            return ReportForm.Show(Visit, link, fields, errors, "asked", StatusCodes.Status200OK);
        }

        if (Visit.Known)
        {
            return await HandInAsync(reading, fields, act, cancellation);
        }

        await Answers.KeepDraftAsync(link.Linked, fields, false, cancellation);
        return await AskCodeAsync(LinkAnswers.Digest(fields), act, another: false, cancellation);
    }

    private async Task<IResult> CodeAsync(IFormCollection form, bool another, CancellationToken cancellation)
    {
        string seen = form["seen"].ToString(),
            then = form["then"].ToString() is Nil or Edit ? form["then"].ToString() : Submit;
        if (another)
        {
            return await AskCodeAsync(seen, then, another: true, cancellation);
        }

        if (await CheckCodeAsync(form, cancellation) is { } again)
        {
            return again;
        }

        if (then == Edit)
        {
            return SeeOther("known");
        }

        // somebody else with the link may have typed something else into the draft meanwhile
        IReadOnlyDictionary<string, string> kept = link.Draft?.Fields ?? new Dictionary<string, string>();
        TypedSince since = ReportForm.Since(Visit, link, kept, known: true);
        (ParsedForm reading, IReadOnlyDictionary<string, Text> errors) = Read(since.Fields, then);
        return LinkAnswers.Digest(kept) == seen && errors.Count == 0 && !IsOvertaken(since, then)
            ? await HandInAsync(reading, since.Fields, then, cancellation)
            : SeeOther("draft-changed");
    }

    /// <summary>True: something was answered otherwise since the form was shown, and this would undo it unseen.</summary>
    private static bool IsOvertaken(TypedSince since, string act) => (act == Nil ? since.Changed : since.Contested).Count > 0;

    private async Task<IResult> HandInAsync(
        ParsedForm reading,
        IReadOnlyDictionary<string, string> fields,
        string act,
        CancellationToken cancellation
    )
    {
        (ReportAnswerKind kind, bool late, LinkTaken taken) = await acts.Answers.HandInAsync(
            link,
            reading,
            act == Nil ? fields[FormFields.Nil] : null,
            (LinkAnswers.Digest(fields), Visit.Read),
            cancellation
        );
        if (late)
        {
            // answered otherwise while this was on its way: what was typed is shown beside it
            await Answers.KeepDraftAsync(link.Linked, fields, true, cancellation);
        }

        return await GoOnAsync(
            taken,
            late
                ? "draft-changed"
                : kind switch
                {
                    ReportAnswerKind.Submitted => "submitted",
                    ReportAnswerKind.Corrected => "corrected",
                    ReportAnswerKind.Saved => link.Part is null ? "saved" : "part-sent",
                    _ => "nothing-new",
                },
            cancellation
        );
    }

    private (ParsedForm Reading, IReadOnlyDictionary<string, Text> Errors) Read(IReadOnlyDictionary<string, string> fields, string act)
    {
        ParsedForm reading = ParsedForm.Of(link.Items, fields, link.Report.Entries, Person.Language, link.Days);
        var errors = new Dictionary<string, Text>(reading.Errors);
        if (act == Nil)
        {
            string? why = fields.GetValueOrDefault(FormFields.Nil);
            if (TextBounds.IsLonger(why, TextBounds.Reason))
            {
                errors[FormFields.Nil] = FieldProblems.TooLong;
            }
            else if (!GivenReason.IsOne(why))
            {
                errors[FormFields.Nil] = FieldProblems.NilReason;
            }
            else if (reading.Figures.Any(figure => figure.MissingReason is null))
            {
                errors[FormFields.Nil] = FieldProblems.NilWithFigures;
            }
        }
        else if (link.Part is not null)
        {
            if (reading.Figures.Count == 0 && errors.Count == 0)
            {
                errors[FormFields.Value(link.Items[0])] = FieldProblems.Unanswered;
            }
        }
        else if (link.Report.State != ReportState.Submitted)
        {
            foreach (FormItem item in link.Items.Where(item => reading.Unanswered.Contains(item.Code)))
            {
                errors.TryAdd(FormFields.Value(item), FieldProblems.Unanswered);
            }
        }

        return (reading, errors);
    }

    /// <summary>The typed values; a confidential answer that this browser was not shown stays unchanged.</summary>
    private IReadOnlyDictionary<string, string> Typed(IFormCollection form)
    {
        var typed = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (!Visit.Known && link.Draft is { } draft)
        {
            foreach (
                FormItem item in link.Items.Where(item =>
                    item.Sensitive && FormFields.Of(item).All(name => string.IsNullOrWhiteSpace(typed.GetValueOrDefault(name)))
                )
            )
            {
                foreach (string name in FormFields.Of(item).Where(draft.Fields.ContainsKey))
                {
                    typed[name] = draft.Fields[name];
                }

                TypedSince.Take(typed, item.Code, draft.Fields);
            }
        }

        return LinkDraft.Sound(typed, FormFields.All(link.Items));
    }
}
