using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace FunctionsSimulator.SignIn;

/// <summary>The headers by which App Service tells an application who signed in (Microsoft Entra ID as provider).</summary>
/// <remarks>https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities. Roles come as claims of type
/// <c>roles</c>, although <c>role_typ</c> names another.</remarks>
internal static class ClientPrincipal
{
    private const string Prefix = "X-MS-CLIENT-PRINCIPAL";
    private const string Soap = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /// <summary>What a client sends under these names is never believed.</summary>
    public static void Strip(IHeaderDictionary headers)
    {
        foreach (string name in headers.Keys.Where(IsOurs).ToList())
        {
            headers.Remove(name);
        }
    }

    public static void Send(IHeaderDictionary headers, SignInPerson person)
    {
        var principal = new Wire(
            "aad",
            Claims(person),
            Soap + "emailaddress",
            "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"
        );
        headers[Prefix] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal));
        headers[Prefix + "-ID"] = person.Id;
        headers[Prefix + "-NAME"] = HeaderSafe(person.Email.Length > 0 ? person.Email : person.Name);
        headers[Prefix + "-IDP"] = "aad";
    }

    public static IReadOnlyList<Claim> Claims(SignInPerson person) =>
        [
            new("http://schemas.microsoft.com/identity/claims/objectidentifier", person.Id),
            new(Soap + "nameidentifier", person.Id),
            new("name", person.Name),
            new(Soap + "emailaddress", person.Email),
            new("preferred_username", person.Email),
            .. person.Roles.Select(role => new Claim("roles", role)),
        ];

    private static bool IsOurs(string header) =>
        header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-MS-TOKEN-", StringComparison.OrdinalIgnoreCase);

    private static string HeaderSafe(string text) => string.Concat(text.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : '?'));

    public sealed record Claim([property: JsonPropertyName("typ")] string Type, [property: JsonPropertyName("val")] string Value);

    private sealed record Wire(
        [property: JsonPropertyName("auth_typ")] string AuthenticationType,
        [property: JsonPropertyName("claims")] IReadOnlyList<Claim> Claims,
        [property: JsonPropertyName("name_typ")] string NameType,
        [property: JsonPropertyName("role_typ")] string RoleType
    );
}
