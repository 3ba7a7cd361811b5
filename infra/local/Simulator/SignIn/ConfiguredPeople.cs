using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace FunctionsSimulator.SignIn;

/// <summary>Section <c>Local:People</c> (Id, Name, Email, Roles), then the JSON file that <c>Local:PeopleFile</c> names (an array of the
/// same).</summary>
internal sealed class ConfiguredPeople(IConfiguration configuration) : ISignInPeople
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    public Task<IReadOnlyList<SignInPerson>> ListAsync(CancellationToken cancellation)
    {
        IConfigurationSection local = configuration.GetSection(PlatformOptions.Section);
        var people = local.GetSection("People").GetChildren().Select(Read).ToList();
        if (local["PeopleFile"] is { Length: > 0 } file)
        {
            people.AddRange(
                (JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(file), Wire) ?? []).Select(e => new SignInPerson(
                    e.Id,
                    e.Name ?? e.Id,
                    e.Email ?? "",
                    e.Roles ?? []
                ))
            );
        }

        return Task.FromResult<IReadOnlyList<SignInPerson>>(people);
    }

    private static SignInPerson Read(IConfigurationSection person)
    {
        string id = person["Id"] ?? person.Key;
        return new SignInPerson(
            id,
            person["Name"] ?? id,
            person["Email"] ?? "",
            [.. person.GetSection("Roles").GetChildren().Select(r => r.Value).OfType<string>()]
        );
    }

    private sealed record Entry(string Id, string? Name, string? Email, IReadOnlyList<string>? Roles);
}
