using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Api.Programme;

/// <summary>GET /api/programme/people: registered people with their roles. Needs the master key; used for setting up sign-in.</summary>
public sealed class PeopleListEndpoint(ProgrammeDirectory directory)
{
    [Function(nameof(PeopleListEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/programme/people")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        return Results.Ok(
            register.People.Values.Select(person => new
            {
                id = person.Id.Value,
                name = person.Name,
                email = person.Email,
                roles = person.Roles.Where(role => !role.IsPending).Select(role => role.Role.ToString()).Distinct(),
            })
        );
    }
}
