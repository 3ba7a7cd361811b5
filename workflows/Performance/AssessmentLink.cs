using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Performance;

/// <summary>A link to a self-assessment: a value or a reason for each KPI, and how far each may be passed on.</summary>
public sealed record AssessmentLink(LinkedTask Linked, LinkDraft? Draft, AssessmentRecord Record) : FormLink(Linked, Draft)
{
    public override IReadOnlySet<string> Fields { get; } =
        new HashSet<string>(Record.Reference.Kpis.SelectMany(kpi => FieldsOf(kpi.Code)).Append(TypedSince.Field), StringComparer.Ordinal);

    public static string Value(string code) => "v-" + code;

    public static string Why(string code) => "w-" + code;

    public static string Travels(string code) => "d-" + code;

    private static string[] FieldsOf(string code) => [Value(code), Why(code), Travels(code)];

    public override IReadOnlyList<StandingPart> Parts(bool known) =>
        [
            .. from kpi in Record.Reference.Kpis
            let answer = Record.Answers.GetValueOrDefault(kpi.Code)
            select new StandingPart(
                kpi.Code,
                FieldsOf(kpi.Code),
                Shown(kpi, answer),
                answer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{answer.At.UtcTicks}"),
                known
            )
            {
                Said = answer is null ? null : Text.For(language => $"{kpi.Code}: {AssessmentForm.Said(kpi, answer, language)}"),
            },
        ];

    private Dictionary<string, string> Shown(PmmKpi kpi, KpiAnswer? answer)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal) { [Travels(kpi.Code)] = Record.TravelsOf(kpi.Code).ToString() };
        if (answer?.Value is { } value)
        {
            shown[Value(kpi.Code)] = TypedNumber.Show(value);
        }

        if (answer?.NotMeasurable is { Length: > 0 } why)
        {
            shown[Why(kpi.Code)] = why;
        }

        return shown;
    }

    public override Text? Problem(IReadOnlyDictionary<string, string> fields)
    {
        foreach (PmmKpi kpi in Record.Reference.Kpis)
        {
            (string? value, string? why) = (fields.GetValueOrDefault(Value(kpi.Code)), fields.GetValueOrDefault(Why(kpi.Code)));
            if (
                (value is null) == (why is null)
                || (value is not null && Number(kpi, value) is null)
                || (why is not null && !GivenReason.IsOne(why))
            )
            {
                return value is not null && why is null && TypedNumber.IsAmbiguous(TypedNumber.WithoutPercent(value))
                    ? Texts.KpiNumberCouldBeTwo(kpiCode: kpi.Code)
                    : Texts.KpiNeedsNumberOrWhy(kpiCode: kpi.Code);
            }
        }

        return null;
    }

    internal IReadOnlyDictionary<string, KpiAnswer> Answers(IReadOnlyDictionary<string, string> fields, PersonId by, Arrival arrived) =>
        Record.Reference.Kpis.ToDictionary(
            kpi => kpi.Code,
            kpi => new KpiAnswer(
                fields.TryGetValue(Value(kpi.Code), out string? value) ? Number(kpi, value) : null,
                fields.GetValueOrDefault(Why(kpi.Code)),
                Enum.TryParse(fields.GetValueOrDefault(Travels(kpi.Code)), out Disclosure disclosure) && Enum.IsDefined(disclosure)
                    ? disclosure
                    : Disclosure.Programme,
                by,
                arrived.At,
                EntrySource.Link
            )
            {
                Order = arrived.Order,
            }
        );

    private static decimal? Number(PmmKpi kpi, string typed) =>
        TypedNumber.Read(TypedNumber.WithoutPercent(typed), mayBeNegative: false) is { } value
        && (kpi.Kind != KpiKind.Percentage || value <= 100)
            ? value
            : null;
}

/// <summary>Takes a self-assessment filled in on the page behind a link.</summary>
public sealed class AssessmentLinkAnswers(
    AssessmentService assessments,
    MailWriter writer,
    LinkAcknowledgements acknowledgements,
    TimeProvider clock
)
{
    /// <returns>Null: it was not taken.</returns>
    public async Task<LinkTaken?> HandInAsync(
        AssessmentLink link,
        IReadOnlyDictionary<string, string> fields,
        CancellationToken cancellation
    )
    {
        LinkedTask linked = link.Linked;
        Arrival now = Arrival.Now(clock);
        MailsOfStream? mails = null;
        CommandResult result = await assessments.AnswerAsync(
            link.Record.Ref,
            _ => new AssessmentSaid(link.Answers(fields, linked.Person.Id, now), new Dictionary<string, Disclosure>()) { Travels = now },
            submits: true,
            linked.Person.Id,
            async (unit, after, _) =>
            {
                var acknowledgement = new Acknowledgement(
                    linked.About,
                    AssessmentForm.Understood(after, linked.Person.Language),
                    [],
                    [],
                    after.Missing,
                    after.State == AssessmentState.Given,
                    linked.Task.Expires,
                    writer.TaskLink
                );
                mails = await acknowledgements.WriteAsync(unit, linked, acknowledgement, fields, cancellation);
            },
            cancellation
        );
        return result is CommandResult.Recorded ? new LinkTaken(linked.Ref.InstanceId, mails) : null;
    }
}
