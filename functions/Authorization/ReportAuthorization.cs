using System.Diagnostics.CodeAnalysis;
using ACip.Functions.Api;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Authorization;

/// <summary>Opens a report in the API to those who may act on it.</summary>
public sealed class ReportAuthorization(SignedInPerson signedIn, ProgrammeTable table, TimeProvider clock)
{
    /// <param name="coordinatorsToo">True: the administration's coordinators as well.</param>
    public async Task<ReportPass> OpenAsync(
        HttpRequest request,
        string planId,
        string period,
        Right right,
        bool coordinatorsToo,
        CancellationToken cancellation
    )
    {
        DateOnly today = clock.UtcToday();
        bool Suffices(Person one) => coordinatorsToo || Rights.For(right).Any(role => one.Holds(role, today));
        if (await signedIn.WhoAsync(request, Suffices, cancellation) is not { } person)
        {
            return ReportPass.No(PlanReadAuthorization.SignInFirst);
        }

        bool may = Rights.For(right).Any(role => person.Holds(role, today));
        var id = new ReportRef(new PlanId(planId), new PeriodKey(period));
        Row<ReportRecord>? row = Slug.Is(planId) && Slug.Is(period) ? await ReportRows.FindAsync(table, id, cancellation) : null;
        if (row is null)
        {
            return ReportPass.No(JsonAnswer.NotFound("report"));
        }

        (AsRead asRead, IResult? malformed) = IfMatch.Of(request);
        bool coordinates = PlanReadPolicy.Coordinates(person, row.Value.Administration, today);
        return !may && !(coordinatorsToo && coordinates)
                ? ReportPass.No(ApiProblem.Of(StatusCodes.Status403Forbidden, "role-missing", "Your roles do not allow this."))
            : malformed is not null ? ReportPass.No(malformed)
            : new ReportPass(
                id,
                row.Value,
                person,
                asRead,
                coordinates ? EntrySource.Api(clock.GetUtcNow()) : EntrySource.OnBehalf(clock.GetUtcNow()),
                null
            );
    }

    public static Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => JsonBody.ReadAsync<T>(request, cancellation);

    public static IResult NotTheBody { get; } = JsonBody.Refusal("not-json", "The body is not the JSON that this address takes.");
}

/// <summary>Either the report and the authorised person, or the refusal.</summary>
/// <param name="AsRead">What the client saw, where it says so with If-Match: what it does is done to that, or not at all.</param>
/// <param name="Source">Where what is recorded comes from: the administration itself, or an officer on its behalf.</param>
public sealed record ReportPass(ReportRef Report, ReportRecord? File, Person? Person, AsRead AsRead, EntrySource Source, IResult? Refusal)
{
    [MemberNotNullWhen(true, nameof(Person), nameof(File))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Person is not null;

    public static ReportPass No(IResult refusal) => new(null!, null, null, default, new EntrySource(""), refusal);
}
