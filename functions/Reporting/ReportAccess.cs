using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ACip.Functions.Access;
using ACip.Functions.ActionPlans;
using ACip.Functions.Api;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Reporting;

/// <summary>Opens one report to who may do something with it by the API. What the client saw, where it says so with If-Match, must be what stands.</summary>
public sealed class ReportAccess(SignedInPerson signedIn, ProgrammeTable table, TimeProvider clock)
{
    /// <param name="coordinatorsToo">True: the administration's coordinators as well.</param>
    public async Task<ReportPass> OpenAsync(HttpRequest request, string planId, string period, Right right, bool coordinatorsToo, CancellationToken cancellation)
    {
        if (await signedIn.WhoAsync(request, cancellation) is not { } person)
        {
            return ReportPass.No(PlanGate.SignInFirst);
        }

        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        bool may = Rights.For(right).Any(role => person.Holds(role, today));
        var id = new ReportRef(new PlanId(planId), period);
        Row<ReportFile>? row = Slug.Is(planId) && Slug.Is(period) ? await ReportRows.FindAsync(table, id, cancellation) : null;
        if (row is null)
        {
            return ReportPass.No(ApiAnswer.NotFound("report"));
        }

        bool coordinates = PlanReaders.Coordinates(person, row.Value.Administration, today);
        return !may && !(coordinatorsToo && coordinates)
                ? ReportPass.No(Results.Problem("Your roles do not allow this.", statusCode: StatusCodes.Status403Forbidden, type: "/problems/role-missing"))
            : request.Headers.IfMatch.Count > 0 && ApiAnswer.RefuseUnlessCurrent(request, row.ETag.ToString()) is { } changed ? ReportPass.No(changed)
            : new ReportPass(id, row.Value, person, string.Create(CultureInfo.InvariantCulture, $"{(coordinates ? "api:" : ReportEntry.OnBehalf)}{clock.GetUtcNow().UtcTicks}"), null);
    }

    public static Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class =>
        JsonBody.ReadAsync<T>(request, cancellation, ApiAnswer.Options);

    public static IResult NotTheBody { get; } = Results.Problem("The body is not the JSON that this address takes.", statusCode: StatusCodes.Status400BadRequest, type: "/problems/not-json");
}

/// <summary>Either the report and the person who may, or the answer to one who may not.</summary>
/// <param name="Source">Where what is recorded comes from: the administration itself, or an officer on its behalf.</param>
public sealed record ReportPass(ReportRef Report, ReportFile? File, Person? Person, string Source, IResult? Refusal)
{
    [MemberNotNullWhen(true, nameof(Person), nameof(File))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Person is not null;

    public static ReportPass No(IResult refusal) => new(null!, null, null, "", refusal);
}
