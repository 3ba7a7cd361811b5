using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>A colleague answers part of a report, by reply or on the page behind the link. Nothing waits for it: the report can be
/// submitted without it.</summary>
internal sealed class ContributeTask(ProgrammeTable table, ProgrammeDirectory directory, PartReplies replies, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => ContributionTasks.Contribute;

    public Text Title { get; } = Texts.ContributeToTheReport;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        (ReportRecord report, AssignedPart part) = await FindAsync(stream, task, read, cancellation);
        About.Report about = ReportTasks.About(report, register);
        IReadOnlyList<FormItem> items = (await replies.FormAsync(report, part, cancellation)).Items;
        MailForm Form(Language language) => MailForm.Of(items, language);
        return new TaskMatter(
            about,
            language => new AskForPart(about, Placeholders.NameOf(part.By), task.Due, Form(language), writer.TaskLink),
            (stage, language) => new Reminder(stage, about, task.Due, task.Expires, writer.TaskLink, Form(language))
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        (ReportRecord report, AssignedPart part) = await FindAsync(opening.Stream, opening.Task, null, cancellation);
        string zone = opening.Register.Administrations[report.Administration].TimeZone;
        LinkedTask linked = opening.Linked(ReportTasks.About(report, opening.Register), zone, report.Period.Locks);
        if (!opening.MayAnswer(report.Administration))
        {
            return new TaskLink.Elsewhere(linked, null);
        }

        if (opening.IsOver || !ContributionRules.IsOpen(report, part))
        {
            IReadOnlyList<Text>? why = ContributionRules.ClosedBecause(report, part, opening.NameOf, zone);
            return new TaskLink.Closed(linked, LinkClosed.PartOver) { Cause = why?[0] };
        }

        LinkDraft? draft = (
            await table.FindAsync<LinkDraft>(opening.Stream, LinkDraft.RowKey(opening.Task.Id, opening.Person.Id), cancellation)
        )?.Value;
        (ActionPlan plan, IReadOnlyList<Observation> accepted, IReadOnlyList<FormItem> items) = await replies.FormAsync(
            report,
            part,
            cancellation
        );
        return new ReportTaskLink(linked, report, items, draft)
        {
            Plan = plan,
            Accepted = accepted,
            Part = part,
            Files =
            [
                .. (await EvidenceFile.ListAsync(table, new ReportRef(report.Plan, report.Period.Key), cancellation)).Where(file =>
                    file.Items.Any(part.Items.Contains)
                ),
            ],
            NameOf = opening.NameOf,
        };
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        (ReportRecord report, AssignedPart part) = await FindAsync(reply.Task.Stream, task, null, cancellation);
        return await replies.TakeAsync(reply, task, (report, part), register, cancellation);
    }

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    )
    {
        (ReportRecord report, AssignedPart part) = await FindAsync(task.Stream, file, null, cancellation);
        ReadPart read = await replies.ReadAsync(message, report, part, person.Language, cancellation);
        return new UnderstoodAnswer(
            ReportTasks.About(report, await directory.ReadForAsync(report.Administration, cancellation)),
            AcknowledgementLines.Understood(read.Read.Reading, read.Items, person.Language),
            AnswerLines.Unclear(read.Read.Reading, read.Items, person.Language),
            read.Read.Files,
            Submits: false
        );
    }

    public async Task<IReadOnlyList<Text>?> ClosedBecauseAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        (ReportRecord report, AssignedPart part) = await FindAsync(stream, task, null, cancellation);
        string zone = register.Administrations[report.Administration].TimeZone;
        return ContributionRules.ClosedBecause(report, part, Placeholders.NameOf, zone);
    }

    private async Task<(ReportRecord, AssignedPart)> FindAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    )
    {
        ReportRecord report = await ReportTasks.ReportAsync(table, stream, task, read, cancellation);
        return (report, ContributionRules.Find(report, task.Subject.Number)!);
    }
}
