using ACip.Functions.Api.QuarterlyReports;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Programme;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>Figures typed on the page behind a link: kept as a draft, or handed in.</summary>
internal sealed class ReportVisit(
    LinkVisit visit,
    ReportTaskLink link,
    LinkAnswers answers,
    ReportActs acts,
    DurableTaskClient workflows,
    HttpRequest request
) : LinkStep(visit, answers, workflows, request)
{
    private const string Save = "save",
        Submit = "submit",
        Nil = "nil",
        Assign = "assign",
        FilesAct = "files",
        Know = "know",
        Edit = "edit",
        TakeBack = "back-";

    public static IResult Form(LinkVisit visit, ReportTaskLink link, string? said) =>
        Form(visit, link, Shown(visit, link), new Dictionary<string, Text>(), said, StatusCodes.Status200OK);

    public async Task<IResult> ActAsync(IFormCollection form, CancellationToken cancellation)
    {
        string act = form["act"].ToString();
        if (act is "code" or "resend")
        {
            return await CodeAsync(form, act == "resend", cancellation);
        }

        if (link.Part is null && (act == Assign || act.StartsWith(TakeBack, StringComparison.Ordinal)))
        {
            return await AssignAsync(form, act, cancellation);
        }

        if (link.Part is not null && act is "comment" or "time" or Nil)
        {
            return SeeOther("nothing-new"); // of a part nobody asks or says anything for the whole
        }

        if (act == "comment")
        {
            return await CommentAsync(form, cancellation);
        }

        if (act == "time")
        {
            return await AskForTimeAsync(form, cancellation);
        }

        if (act == FilesAct)
        {
            return await KeepFilesAsync(form, cancellation);
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

        IReadOnlyDictionary<string, string> fields = Typed(form);
        if (act == Save)
        {
            await Answers.KeepDraftAsync(link.Linked, fields, Visit.Known, cancellation);
            return SeeOther("saved");
        }

        (ParsedForm reading, IReadOnlyDictionary<string, Text> errors) = Read(fields, act);
        if (errors.Count > 0)
        {
            await Answers.KeepDraftAsync(link.Linked, fields, Visit.Known, cancellation);
            return Form(Visit, link, fields, errors, null, StatusCodes.Status422UnprocessableEntity);
        }

        if (act == Submit && Unseen(reading, form["asked"].ToString()) is { Count: > 0 })
        {
            // asked before it is handed in; what is right is handed in as it stands by the same button
            await Answers.KeepDraftAsync(link.Linked, fields, Visit.Known, cancellation);
            return Form(Visit, link, fields, errors, "asked", StatusCodes.Status200OK);
        }

        if (Visit.Known)
        {
            return await HandInAsync(reading, fields, act, cancellation);
        }

        await Answers.KeepDraftAsync(link.Linked, fields, false, cancellation);
        return await AskCodeAsync(LinkAnswers.Digest(fields), act, another: false, cancellation);
    }

    /// <summary>Only in a browser that is known as the person's: a link gets forwarded.</summary>
    private async Task<IResult> CommentAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (!Visit.Known)
        {
            return SeeOther("nothing-new");
        }

        CommandResult result = await acts.Comments.AddAsync(
            new ReportRef(link.Report.Plan, link.Report.Period.Key),
            form["item"].ToString().Trim().ToUpperInvariant(),
            form["text"].ToString().Trim(),
            Person.Id,
            new EntrySource($"page:{Visit.Linked!.Ref.Task}"),
            cancellation
        );
        await Workflows.FollowAsync(result, cancellation);
        return result is CommandResult.Refused { Rule: TextBounds.Rule }
            ? LinkResult.Show<NoticePage>(Visit, StatusCodes.Status400BadRequest, (nameof(NoticePage.Notice), LinkNotice.FormTooOld))
            : SeeOther(result is CommandResult.Recorded ? "commented" : "nothing-new");
    }

    /// <summary>Only in a browser that is known as the person's, as with words.</summary>
    private async Task<IResult> AskForTimeAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (!Visit.Known)
        {
            return SeeOther("nothing-new");
        }

        string digest = LinkAnswers.Digest(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        TimeAskedResult asked = DayBounds.Read(form["day"]) is { } day
            ? await acts.Times.AskAsync(
                new AskedTime(
                    new ReportRef(link.Report.Plan, link.Report.Period.Key),
                    day,
                    form["reason"].ToString().Trim(),
                    Person.Id,
                    EntrySource.Page(digest),
                    digest[..16]
                ),
                cancellation
            )
            : new TimeAskedResult(new CommandResult.Refused("not-a-day", "Give a day."), null);
        if (asked.Result is CommandResult.Refused refused)
        {
            return Form(
                Visit,
                link,
                Shown(Visit, link),
                new Dictionary<string, Text>(),
                null,
                StatusCodes.Status422UnprocessableEntity,
                RefusalRules.WordsOf(refused)
            );
        }

        await Workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin.Ref], cancellation);
        await Workflows.FollowAsync(asked.Result, cancellation);
        return SeeOther("time-asked");
    }

    /// <summary>Only in a browser that is known as the person's, as with words.</summary>
    private async Task<IResult> AssignAsync(IFormCollection form, string act, CancellationToken cancellation)
    {
        if (!Visit.Known)
        {
            return SeeOther("nothing-new");
        }

        var id = new ReportRef(link.Report.Plan, link.Report.Period.Key);
        if (act != Assign)
        {
            CommandResult back = await acts.Parts.TakeBackAsync(id, PartNumber.Read(act[TakeBack.Length..]), Person.Id, cancellation);
            await Workflows.FollowAsync(back, cancellation);
            return SeeOther(back is CommandResult.Recorded ? "part-back" : "nothing-new");
        }

        string items = form["items"].ToString(),
            address = form["address"].ToString().Trim();
        PartAskedResult asked = await acts.Parts.AskAsync(
            new AskedPart(id, PartItems.Read(items), address, Person.Id, EntrySource.Link),
            cancellation
        );
        if (asked.Result is CommandResult.Refused refused)
        {
            return Form(
                Visit,
                link,
                Shown(Visit, link),
                new Dictionary<string, Text>(),
                null,
                StatusCodes.Status422UnprocessableEntity,
                part: new RefusedPart(items, address, RefusalRules.WordsOf(refused))
            );
        }

        await Workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin], cancellation);
        await Workflows.FollowAsync(asked.Result, cancellation);
        return SeeOther("part-asked");
    }

    /// <summary>Only in a browser that is known as the person's, as with words.</summary>
    private async Task<IResult> KeepFilesAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (!Visit.Known)
        {
            return SeeOther("nothing-new");
        }

        string item = form["item"].ToString().Trim();
        var upload = new EvidenceUpload(
            new ReportRef(link.Report.Plan, link.Report.Period.Key),
            item,
            await ChosenFile.ReadAllAsync(form, "file", cancellation),
            Person.Id,
            EntrySource.Page($"{Visit.Linked!.Ref.Task}"),
            link.Part?.Number
        );
        CommandResult kept =
            link.Part is { } part && !part.Items.Contains(item)
                ? new CommandResult.Refused("no-such-item", "Nobody was asked for this item here.")
                : await acts.Uploads.KeepAsync(upload, cancellation);
        return kept is CommandResult.Refused refused
            ? Form(
                Visit,
                link,
                Shown(Visit, link),
                new Dictionary<string, Text>(),
                null,
                StatusCodes.Status422UnprocessableEntity,
                file: new RefusedFile(item, RefusalRules.WordsOf(refused))
            )
            : SeeOther("file-kept");
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
        IReadOnlyDictionary<string, string> fields = link.Draft?.Fields ?? new Dictionary<string, string>();
        (ParsedForm reading, IReadOnlyDictionary<string, Text> errors) = Read(fields, then);
        return LinkAnswers.Digest(fields) == seen && errors.Count == 0
            ? await HandInAsync(reading, fields, then, cancellation)
            : SeeOther("draft-changed");
    }

    private async Task<IResult> HandInAsync(
        ParsedForm reading,
        IReadOnlyDictionary<string, string> fields,
        string act,
        CancellationToken cancellation
    )
    {
        (ReportAnswerKind kind, LinkTaken taken) = await acts.Answers.HandInAsync(
            link,
            reading,
            act == Nil ? fields[FormFields.Nil] : null,
            LinkAnswers.Digest(fields),
            cancellation
        );
        return await GoOnAsync(
            taken,
            kind switch
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

    /// <summary>What was typed; a confidential answer that this browser was not shown stays what it was.</summary>
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
            }
        }

        return LinkDraft.Sound(typed, FormFields.All(link.Items));
    }

    /// <summary>Questions about the figures that the page had not shown when the button was pressed.</summary>
    private List<ReportQuestion> Unseen(ParsedForm reading, string seen) =>
        [
            .. Questions(Visit, link, reading)
                .Where(question => question.IsAboutFigure && !seen.Contains(ReportTaskPage.MarkOf(question), StringComparison.Ordinal)),
        ];

    /// <summary>What the acknowledgement would ask. What is confidential only in a browser that is known.</summary>
    private static IReadOnlyList<ReportQuestion> Questions(LinkVisit visit, ReportTaskLink link, ParsedForm reading) =>
        [
            .. ReportQuestions
                .AskBefore(link.Report, link.Plan, link.Accepted, reading.Figures, visit.Linked!.Person.Id, DateTimeOffset.UnixEpoch)
                .Where(question => link.Part is null || link.Part.Items.Contains(question.Item))
                .Where(question => visit.Known || !link.Items.Any(item => item.Sensitive && item.Code == question.Item)),
        ];

    private static LinkResult Form(
        LinkVisit visit,
        ReportTaskLink link,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, Text> errors,
        string? said,
        int status,
        Text? timeProblem = null,
        RefusedPart? part = null,
        RefusedFile? file = null
    )
    {
        ParsedForm reading = ParsedForm.Of(link.Items, fields, link.Report.Entries, visit.Linked!.Person.Language, link.Days);
        return LinkResult.Show<ReportTaskPage>(
            visit,
            status,
            (nameof(ReportTaskPage.Link), link),
            (nameof(ReportTaskPage.Fields), fields),
            (nameof(ReportTaskPage.Errors), errors),
            (nameof(ReportTaskPage.Said), said),
            (nameof(ReportTaskPage.TimeProblem), timeProblem),
            (nameof(ReportTaskPage.PartProblem), part),
            (nameof(ReportTaskPage.FileProblem), file),
            (nameof(ReportTaskPage.Questions), Questions(visit, link, reading))
        );
    }

    /// <summary>The draft where there is one, else what the report holds. What is confidential only in a browser that is known: links get
    /// forwarded.</summary>
    private static Dictionary<string, string> Shown(LinkVisit visit, ReportTaskLink link)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (FormItem item in link.Items.Where(item => visit.Known || !item.Sensitive))
        {
            foreach (
                (string name, string text) in FormFields.Of(
                    item,
                    link.Report.Entries.GetValueOrDefault(item.Code),
                    visit.Linked!.Person.Language
                )
            )
            {
                fields[name] = text;
            }

            if (link.Draft is { } draft && FormFields.Of(item).Any(draft.Fields.ContainsKey))
            {
                foreach (string name in FormFields.Of(item))
                {
                    fields[name] = draft.Fields.GetValueOrDefault(name, "");
                }
            }
        }

        if (link.Draft?.Fields.GetValueOrDefault(FormFields.Nil) is { } nil)
        {
            fields[FormFields.Nil] = nil;
        }

        return fields;
    }
}
