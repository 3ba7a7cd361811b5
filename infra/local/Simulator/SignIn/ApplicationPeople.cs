using System.Net.Http.Json;
using FunctionsSimulator.Hosting;
using FunctionsSimulator.Http;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator.SignIn;

/// <summary>Who can sign in, as the application's own list of people says; where it has none, as <see cref="ConfiguredPeople"/>
/// says.</summary>
/// <remarks>Setting <c>Local:PeopleRoute</c>: a route of the application that takes the master key and answers a JSON array of id, name,
/// email and roles.</remarks>
internal sealed class ApplicationPeople(
    PlatformOptions options,
    IConfiguration configuration,
    PlatformAddresses addresses,
    FunctionKeys keys
) : ISignInPeople
{
    private static readonly HttpClient Http = new();

    private readonly ConfiguredPeople configured = new(configuration);

    public async Task<IReadOnlyList<SignInPerson>> ListAsync(CancellationToken cancellation)
    {
        IReadOnlyList<SignInPerson> people = await configured.ListAsync(cancellation);
        if (people.Count > 0 || options.PeopleRoute is not { } route)
        {
            return people;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, addresses.Loopback + route);
        request.Headers.Add("x-functions-key", keys.Master);
        using HttpResponseMessage answer = await Http.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<List<SignInPerson>>(cancellation) ?? [] : [];
    }
}
