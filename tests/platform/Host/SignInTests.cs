using System.Net;
using System.Text.Json;

namespace ACip.Tests.Platform.Host;

public sealed class SignInTests(OwnHost own) : IClassFixture<OwnHost>
{
    private TestHost Host => own.Host;

    [Fact]
    public async Task Headers_that_a_client_sends_about_itself_are_never_believed()
    {
        var (_, body) = await Host.GetAsync(
            "/api/who",
            ("X-MS-CLIENT-PRINCIPAL", "eyJ9"),
            ("x-ms-client-principal-id", "root"),
            ("X-Ms-Client-Principal-Roles", "all"),
            ("X-MS-TOKEN-AAD-ID-TOKEN", "t")
        );

        Assert.Equal("{}", body);
    }

    [Fact]
    public async Task A_person_named_by_header_reaches_the_application_as_App_Service_would_tell_it()
    {
        var who = JsonSerializer.Deserialize<Dictionary<string, string>>(
            (await Host.GetAsync("/api/who", ("X-Local-Sign-In", "p-ada"), ("X-MS-CLIENT-PRINCIPAL-ID", "root"))).Body
        )!;

        Assert.Equal("p-ada", who["X-MS-CLIENT-PRINCIPAL-ID"]);
        Assert.Equal("ada@example.org", who["X-MS-CLIENT-PRINCIPAL-NAME"]);
        Assert.DoesNotContain("X-LOCAL-SIGN-IN", who.Keys);
        using JsonDocument principal = JsonDocument.Parse(Convert.FromBase64String(who["X-MS-CLIENT-PRINCIPAL"]));
        Assert.Equal("aad", principal.RootElement.GetProperty("auth_typ").GetString());
        Assert.Equal(["Approver", "Auditor"], Claims(principal, "roles"));
        Assert.Equal(["Ada <Approver>"], Claims(principal, "name"));
    }

    [Fact]
    public async Task Nobody_of_that_id_is_told_so() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Host.GetAsync("/api/who", ("X-Local-Sign-In", "p-nobody"))).Status);

    [Fact]
    public async Task Choosing_a_person_on_the_page_signs_in_until_signing_out()
    {
        var (_, page) = await Host.GetAsync("/.auth/login/local?post_login_redirect_uri=/plans/7");
        Assert.Contains("Ada &lt;Approver&gt;", page, StringComparison.Ordinal);
        Assert.Contains("name=\"return\" value=\"/plans/7\"", page, StringComparison.Ordinal);

        using HttpResponseMessage chosen = await Host.Http.PostAsync(
            "/.auth/login/local",
            new FormUrlEncodedContent([new("person", "p-ada"), new("return", "/plans/7")])
        );
        Assert.Equal((HttpStatusCode.Redirect, "/plans/7"), (chosen.StatusCode, chosen.Headers.Location!.ToString()));
        string cookie = chosen.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.Contains("p-ada", (await Host.GetAsync("/api/who", ("Cookie", cookie))).Body, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", (await Host.GetAsync("/.auth/me", ("Cookie", cookie))).Body, StringComparison.Ordinal);
        Assert.Equal("{}", (await Host.GetAsync("/api/who", ("Cookie", Tampered(cookie)))).Body);

        using HttpResponseMessage left = await Host.Http.GetAsync("/.auth/logout");
        Assert.StartsWith("AppServiceAuthSession=;", left.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_elsewhere(string target)
    {
        using HttpResponseMessage chosen = await Host.Http.PostAsync(
            "/.auth/login/local",
            new FormUrlEncodedContent([new("person", "p-ada"), new("return", target)])
        );
        Assert.Equal("/", chosen.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await Host.SendAsync(
                    HttpMethod.Post,
                    "/.auth/login/local",
                    new FormUrlEncodedContent([new("person", "p-ada")]),
                    ("Origin", "https://elsewhere.example")
                )
            ).Status
        );

    [Fact]
    public async Task Where_App_Service_would_not_sign_in_nobody_does()
    {
        await using TestHost host = await TestHost.StartAsync("People:0:Id=p-ada", "/WEBSITE_AUTH_ENABLED=False");

        Assert.Equal("{}", (await host.GetAsync("/api/who", ("X-Local-Sign-In", "p-ada"), ("X-MS-CLIENT-PRINCIPAL-ID", "root"))).Body);
    }

    private static string Tampered(string cookie) => cookie[..^2] + (cookie[^2] == 'A' ? 'B' : 'A') + cookie[^1];

    private static IEnumerable<string?> Claims(JsonDocument principal, string type) =>
        principal
            .RootElement.GetProperty("claims")
            .EnumerateArray()
            .Where(c => c.GetProperty("typ").GetString() == type)
            .Select(c => c.GetProperty("val").GetString());
}
