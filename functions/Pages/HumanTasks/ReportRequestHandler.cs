using ACip.Functions.Api.QuarterlyReports;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.QuarterlyReports;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Pages.HumanTasks;

/// <summary>Requests on a report's page besides its figures: comments, more time, assignments, files.</summary>
internal sealed class ReportRequestHandler(
    LinkContext visit,
    ReportTaskLink link,
    LinkAnswers answers,
    ReportLinkServices acts,
    DurableTaskClient workflows,
    HttpRequest request
) : LinkHandler(visit, answers, workflows, request)
{
    private const string Assign = "assign",
        FilesAct = "files",
        TakeBack = "back-";

    /// <returns>Null where the act is none of these.</returns>
    public async Task<IResult?> ActAsync(string act, IFormCollection form, CancellationToken cancellation)
    {
        if (link.Part is null && (act == Assign || act.StartsWith(TakeBack, StringComparison.Ordinal)))
        {
            return await AssignAsync(form, act, cancellation);
        }

        if (link.Part is not null && act is "comment" or "time" or ReportLinkHandler.Nil)
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

        return null;
    }

    /// <summary>Only in a browser known to be the person's, because links get forwarded.</summary>
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
            ? PageFrame.Refuse(Request, StatusCodes.Status413PayloadTooLarge, TextBounds.Comment)
            : SeeOther(result is CommandResult.Recorded ? "commented" : "nothing-new");
    }

    /// <summary>Only in a browser known to be the person's, as with comments.</summary>
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
            var again = new RefusedTime(form["day"].ToString(), form["reason"].ToString().Trim(), RefusalRules.WordsOf(refused));
            return ReportForm.Refuse(Visit, link, again);
        }

        await Workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin.Ref], cancellation);
        await Workflows.FollowAsync(asked.Result, cancellation);
        return SeeOther("time-asked");
    }

    /// <summary>Only in a browser known to be the person's, as with comments.</summary>
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
            return ReportForm.Refuse(Visit, link, part: new RefusedPart(items, address, RefusalRules.WordsOf(refused)));
        }

        await Workflows.BeginAsync(asked.Begin is null ? null : [asked.Begin], cancellation);
        await Workflows.FollowAsync(asked.Result, cancellation);
        return SeeOther("part-asked");
    }

    /// <summary>Only in a browser known to be the person's, as with comments.</summary>
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
            ? ReportForm.Refuse(Visit, link, file: new RefusedFile(item, RefusalRules.WordsOf(refused)))
            : SeeOther("file-kept");
    }
}
