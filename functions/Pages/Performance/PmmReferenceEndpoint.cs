using System.Globalization;
using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Performance;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Performance;

/// <summary>/pmm/reference: officers edit dimensions, expected outcomes and KPIs. Assessments already requested keep the data that they
/// were started with.</summary>
public sealed class PmmReferenceEndpoint(PageFrame frame, AssessmentService assessments)
{
    [Function(nameof(PmmReferenceEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "pmm/reference")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        (PmmReference stands, Row<PmmReference>? row) = await assessments.ReferenceAsync(cancellation);
        if (!HttpMethods.IsPost(request.Method))
        {
            return Show(page, PmmTyped.Of(stands), TagOf(row), request.Query.ContainsKey("done"), null);
        }

        if (await frame.ReadFormAsync(request, page, cancellation) is not { } form || TypedText.Seen(form) is not { } asRead)
        {
            return PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
        }

        PmmTyped typed = PmmTyped.Of(form, stands);
        CommandResult result = typed.Problem is { } astray
            ? astray
            : await assessments.SaveReferenceAsync(typed.ToReference(), page.Person!.Id, asRead, cancellation);
        if (result is not CommandResult.Refused refused)
        {
            return new SeeOther(page.Link("/pmm/reference?done=1"));
        }

        int status = TypedText.StatusOf(refused);
        bool stale = status == StatusCodes.Status412PreconditionFailed;
        if (stale)
        {
            (stands, row) = await assessments.ReferenceAsync(cancellation);
        }

        string? tag = IfMatch.Again(form, TagOf(row), stale);
        return Show(page, typed, tag, false, (RefusalRules.WordsOf(refused), status, stale ? PmmTyped.Of(stands) : null));
    }

    private static string TagOf(Row<PmmReference>? row) => row is null ? TypedText.NothingStands : AsRead.TagOf(row);

    private IResult Show(PageContext page, PmmTyped typed, string? tag, bool done, (Text Problem, int Status, PmmTyped? Theirs)? refused) =>
        PageFrame.Show<PmmReferencePage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(PmmReferencePage.Typed)] = typed,
                [nameof(PmmReferencePage.Tag)] = tag,
                [nameof(PmmReferencePage.Problem)] = refused?.Problem,
                [nameof(PmmReferencePage.Theirs)] = refused?.Theirs,
                [nameof(PmmReferencePage.Done)] = done,
                [nameof(PmmReferencePage.Token)] = frame.TokenFor(page, page.Path),
            },
            refused?.Status ?? StatusCodes.Status200OK
        );
}

/// <summary>Reference data as they are typed: dimensions, outcomes and KPIs each in a list of their own, and what each belongs to by its
/// code.</summary>
public sealed record PmmTyped(
    Text Notice,
    int EveryYears,
    IReadOnlyList<PmmDimension> Dimensions,
    IReadOnlyList<(string Of, PmmOutcome Outcome)> Outcomes,
    IReadOnlyList<(string Of, PmmKpi Kpi)> Kpis
)
{
    /// <summary>Unit and key factors of each KPI as they were typed, which may be none; empty for what stands.</summary>
    public IReadOnlyList<(string Unit, string Factors)> AsTyped { get; init; } = [];

    /// <summary>Something belongs to what is not there, and would be lost.</summary>
    public CommandResult.Refused? Problem =>
        Kpis.Any(one => !Enum.IsDefined(one.Kpi.Kind)) ? FormChoice.Unoffered
        : Outcomes.Any(one => Dimensions.All(dimension => dimension.Code != one.Of))
        || Kpis.Any(one => Outcomes.All(outcome => outcome.Outcome.Code != one.Of))
            ? new CommandResult.Refused("pmm-belongs", "An outcome belongs to a dimension, and a KPI to an outcome.")
        : null;

    public static PmmTyped Of(PmmReference reference) =>
        new(
            reference.Notice,
            reference.EveryYears,
            reference.Dimensions,
            [.. reference.Dimensions.SelectMany(dimension => dimension.Outcomes.Select(outcome => (dimension.Code, outcome)))],
            [
                .. reference
                    .Dimensions.SelectMany(dimension => dimension.Outcomes)
                    .SelectMany(outcome => outcome.Kpis.Select(kpi => (outcome.Code, kpi))),
            ]
        );

    /// <param name="stands">What the form was filled with; its words stay in languages that the form does not ask for.</param>
    public static PmmTyped Of(IFormCollection form, PmmReference stands)
    {
        PmmTyped before = Of(stands);
        Text? Words(string code, IEnumerable<(string Code, Text Words)> all) => all.FirstOrDefault(one => one.Code == code).Words;
        return new(
            TypedText.Read(form, "notice", stands.Notice),
            TypedText.Number(form, "years"),
            [
                .. from row in TypedText.Rows(form, "d")
                let code = Code(form, row)
                let words = Words(code, before.Dimensions.Select(one => (one.Code, one.Name)))
                select new PmmDimension(code, TypedText.Read(form, row, words), []),
            ],
            [
                .. from row in TypedText.Rows(form, "o", "of")
                let code = Code(form, row)
                let words = Words(code, before.Outcomes.Select(one => (one.Outcome.Code, one.Outcome.Statement)))
                select (form[$"{row}-of"].ToString().Trim(), new PmmOutcome(code, TypedText.Read(form, row, words), [])),
            ],
            [
                .. from row in TypedText.Rows(form, "k", "of", "kind")
                let words = Words(Code(form, row), before.Kpis.Select(one => (one.Kpi.Code, one.Kpi.Statement)))
                select (form[$"{row}-of"].ToString().Trim(), Kpi(form, row, words)),
            ]
        )
        {
            AsTyped =
            [
                .. TypedText
                    .Rows(form, "k", "of", "kind")
                    .Select(row => (form[$"{row}-unit"].ToString(), form[$"{row}-factors"].ToString())),
            ],
        };
    }

    public PmmReference ToReference() =>
        new(
            Notice,
            EveryYears,
            [
                .. Dimensions.Select(dimension =>
                    dimension with
                    {
                        Outcomes =
                        [
                            .. Outcomes
                                .Where(one => one.Of == dimension.Code)
                                .Select(one =>
                                    one.Outcome with
                                    {
                                        Kpis = [.. Kpis.Where(kpi => kpi.Of == one.Outcome.Code).Select(kpi => kpi.Kpi)],
                                    }
                                ),
                        ],
                    }
                ),
            ]
        );

    /// <summary>None of the kinds: it is refused, and never taken for one of them.</summary>
    private const KpiKind NoKind = (KpiKind)(-1);

    private static PmmKpi Kpi(IFormCollection form, string row, Text? words)
    {
        KpiKind kind = FormChoice.Read<KpiKind>(form[$"{row}-kind"]) ?? NoKind;
        int[] factors =
        [
            .. form[$"{row}-factors"]
                .ToString()
                .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(one => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : 0),
        ];
        return new PmmKpi(
            Code(form, row),
            kind,
            kind == KpiKind.Percentage ? "%" : form[$"{row}-unit"].ToString().Trim(),
            TypedText.Read(form, row, words),
            factors
        );
    }

    private static string Code(IFormCollection form, string row) => form[$"{row}-code"].ToString().Trim();
}
