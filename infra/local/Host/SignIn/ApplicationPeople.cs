using System.Net.Http.Json;
using ACip.Local.Host.Http;
using Microsoft.Extensions.Configuration;

namespace ACip.Local.Host.SignIn;

/// <summary>Who can sign in, as the application's own list of people says; where it has none, as <see cref="ConfiguredPeople"/> says.</summary>
/// <remarks>Setting <c>Local:PeopleRoute</c>: a route of the application that takes the master key and answers a JSON array of id, name, email and roles.</remarks>
internal sealed class ApplicationPeople(IConfiguration configuration, LocalAddresses addresses, FunctionKeys keys) : ISignInPeople
{
    private const string UsualRoute = "/api/programme/people";

    private static readonly HttpClient Http = new();

    private readonly ConfiguredPeople configured = new(configuration);

    public async Task<IReadOnlyList<SignInPerson>> ListAsync(CancellationToken cancellation)
    {
        IReadOnlyList<SignInPerson> people = await configured.ListAsync(cancellation);
        if (people.Count > 0)
        {
            return people;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, addresses.Loopback + (configuration[$"{LocalSettings.Section}:PeopleRoute"] ?? UsualRoute));
        request.Headers.Add("x-functions-key", keys.Master);
        using HttpResponseMessage answer = await Http.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<List<SignInPerson>>(cancellation) ?? [] : [];
    }
}
