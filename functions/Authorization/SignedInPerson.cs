using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ACip.Functions.Api;
using ACip.Workflows.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ACip.Functions.Authorization;

/// <summary>The person signed in through App Service Authentication, and that person's rights.</summary>
/// <remarks>The header is trusted only where the platform signs people in; elsewhere a client could send its own.
/// https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities</remarks>
public sealed class SignedInPerson(ProgrammeDirectory directory, IOptions<SignInOptions> signIn, TimeProvider clock)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    private static readonly string[] AddressClaims =
    [
        "preferred_username",
        "email",
        "upn",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
    ];

    /// <summary>The person, if the right is theirs; otherwise the refusal.</summary>
    public async Task<Access> MayAsync(Right right, HttpRequest request, CancellationToken cancellation)
    {
        DateOnly today = clock.UtcToday();
        bool May(Person one) => Rights.For(right).Any(role => one.Holds(role, today));
        if (await WhoAsync(request, May, cancellation) is not { } person)
        {
            return Access.No(ApiProblem.Of(StatusCodes.Status401Unauthorized, "not-signed-in", "Sign in first."));
        }

        return May(person)
            ? Access.Yes(person)
            : Access.No(
                ApiProblem.Of(
                    StatusCodes.Status403Forbidden,
                    "role-missing",
                    $"This needs one of the roles {string.Join(", ", Rights.For(right))}."
                )
            );
    }

    public Task<Person?> WhoAsync(HttpRequest request, CancellationToken cancellation) => WhoAsync(request, _ => true, cancellation);

    /// <param name="may">False: what is known of the person would have them refused, so it is looked at once more first.</param>
    public async Task<Person?> WhoAsync(HttpRequest request, Func<Person, bool> may, CancellationToken cancellation)
    {
        if (!signIn.Value.Enabled || request.Headers[Header] is not [{ Length: > 0 } header])
        {
            return null;
        }

        string[] addresses = [.. Addresses(header)];
        Person? Find(ProgrammeRegister register) => addresses.Select(register.ByAddress).FirstOrDefault(person => person is not null);
        return Find(await directory.ReadForAsync(register => Find(register) is { } known && may(known), cancellation));
    }

    private static IEnumerable<string> Addresses(string header)
    {
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            return
            [
                .. from claim in principal.RootElement.GetProperty("claims").EnumerateArray()
                where AddressClaims.Contains(claim.GetProperty("typ").GetString())
                select claim.GetProperty("val").GetString() ?? "",
            ];
        }
        catch (Exception error) when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}

/// <summary>Either the authorised person, or the refusal.</summary>
public sealed record Access(Person? Person, IResult? Refusal)
{
    [MemberNotNullWhen(true, nameof(Person))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Granted => Person is not null;

    public static Access Yes(Person person) => new(person, null);

    public static Access No(IResult refusal) => new(null, refusal);
}
