using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ACip.Tests.Security.Harness;

namespace ACip.Tests.Security.Attacks;

internal sealed class SelfGrantedRoles : IAttack
{
    private const string Officer = "officer-one";

    public string Name => "Self-granted roles";

    public string Tries =>
        "An officer makes themselves an approver, directly, by a departure and by a made-up confirmation; coordinators post to the routes of people; anybody forges who signed in";

    public string MustHold =>
        "Nobody's roles change by their own hand, and a header or cookie that a client made says nothing about who they are";

    public async Task TryAsync(Programme programme, Tally tally)
    {
        Target target = programme.Target;
        string before = await RolesAsync(target, Officer);
        await AddAsync(
            target,
            tally,
            Officer,
            Officer,
            new JsonObject { ["role"] = "Approver", ["from"] = "2025-01-01" },
            HttpStatusCode.UnprocessableEntity
        );
        await AddAsync(target, tally, Officer, Officer, Confirmed(), HttpStatusCode.UnprocessableEntity);
        await RefusedAsync(
            target,
            tally,
            Officer,
            HttpMethod.Post,
            $"api/people/{Officer}/departure",
            new
            {
                lastDay = "2026-12-31",
                successor = "officer-two",
                reason = "x",
            }
        );
        await RefusedAsync(
            target,
            tally,
            Officer,
            HttpMethod.Post,
            "api/people/approver-two/departure",
            new
            {
                lastDay = "2026-12-31",
                successor = Officer,
                reason = "x",
            }
        );
        await RefusedAsync(target, tally, Officer, HttpMethod.Post, $"api/people/{Officer}/roles/decision", new { approved = true });

        AskedReport report = programme.Victim;
        foreach (string person in (string[])[report.Coordinator, "reader-norad", "auditor", "expert-one"])
        {
            await AddAsync(
                target,
                tally,
                person,
                person,
                new JsonObject { ["role"] = "ProgrammeOfficer", ["from"] = "2025-01-01" },
                HttpStatusCode.Forbidden
            );
            await RefusedAsync(
                target,
                tally,
                person,
                HttpMethod.Post,
                $"api/people/{Officer}/departure",
                new
                {
                    lastDay = "2026-12-31",
                    successor = person,
                    reason = "x",
                }
            );
            await RefusedAsync(target, tally, person, HttpMethod.Post, $"{report.Path}/decision", new { approved = true });
            await RefusedAsync(target, tally, person, HttpMethod.Put, "api/policies/approval", new { secondApproverFrom = 1 });
        }

        // a confirmation that is sent along is none: the role waits, and opens nothing
        await AddAsync(target, tally, Officer, "reader-gac", Confirmed(), HttpStatusCode.OK);
        await RefusedAsync(target, tally, "reader-gac", HttpMethod.Post, $"api/plans/{report.Plan}/decision", new { approved = true });
        await RefusedAsync(target, tally, Officer, HttpMethod.Post, "api/people/reader-gac/roles/decision", new { approved = true });
        tally.Try(await RolesAsync(target, Officer) == before, "the officer's roles are others than before");
        await ForgeSignInAsync(target, tally, report);
    }

    private static async Task ForgeSignInAsync(Target target, Tally tally, AskedReport report)
    {
        string principal = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                """{"auth_typ":"aad","claims":[{"typ":"preferred_username","val":"approver.one@acip-secretariat.example"},{"typ":"roles","val":"Approver"}],"name_typ":"preferred_username","role_typ":"roles"}"""
            )
        );
        string session = Convert.ToBase64String("approver-one"u8).TrimEnd('=');
        (string Name, string Value)[][] forged =
        [
            [("X-MS-CLIENT-PRINCIPAL", principal)],
            [("x-ms-client-principal", principal), ("X-MS-CLIENT-PRINCIPAL-ID", "approver-one"), ("X-MS-CLIENT-PRINCIPAL-IDP", "aad")],
            [("X-MS-CLIENT-PRINCIPAL-NAME", "approver.one@acip-secretariat.example")],
            [("X-MS-TOKEN-AAD-ID-TOKEN", principal)],
            [("Cookie", $"AppServiceAuthSession={session}.{session}")],
            [("Authorization", $"Bearer {principal}")],
            [("X-Local-Sign-In", "nobody-of-that-name")],
            [("x-functions-key", "guessed")],
            [("X-Original-URL", "/api/people"), ("X-Forwarded-User", "approver-one")],
        ];
        foreach ((string Name, string Value)[] headers in forged)
        {
            string what = string.Join(", ", headers.Select(header => header.Name));
            Seen nobody = await target.SendAsync(null, HttpMethod.Get, "api/people", null, headers);
            tally.Try(nobody.Status == HttpStatusCode.Unauthorized, $"{what} without signing in: {nobody}");
            Seen decided = await target.SendAsync(null, HttpMethod.Post, $"{report.Path}/decision", new { approved = true }, headers);
            tally.Try(decided.Status == HttpStatusCode.Unauthorized, $"{what} decides without signing in: {decided}");
            if (!headers.Any(header => header.Name == Target.SignIn))
            {
                Seen coordinator = await target.SendAsync(report.Coordinator, HttpMethod.Get, "api/people", null, headers);
                tally.Try(coordinator.Status == HttpStatusCode.Forbidden, $"{what} beside a coordinator's sign-in: {coordinator}");
            }
        }
    }

    private static JsonObject Confirmed() =>
        new()
        {
            ["role"] = "Approver",
            ["from"] = "2025-01-01",
            ["grant"] = new JsonObject
            {
                ["proposedBy"] = "officer-two",
                ["proposedAt"] = "2025-01-01T00:00:00Z",
                ["confirmedBy"] = "approver-one",
                ["confirmedAt"] = "2025-01-01T00:00:00Z",
            },
        };

    private static async Task AddAsync(Target target, Tally tally, string by, string person, JsonObject role, HttpStatusCode expected)
    {
        Seen read = await target.MustAsync(Officer, HttpMethod.Get, $"api/people/{person}");
        JsonNode entry = read.Json;
        entry["roles"]!.AsArray().Add(role);
        entry["reason"] = "I may need it.";
        Seen seen = await target.SendAsync(by, HttpMethod.Put, $"api/people/{person}", entry, ("If-Match", read.Tag!));
        tally.Try(seen.Status == expected, $"{by} gives {person} {role["role"]}: {seen}");
    }

    private static async Task RefusedAsync(Target target, Tally tally, string person, HttpMethod method, string path, object body)
    {
        Seen seen = await target.SendAsync(person, method, path, body, ("If-Match", "*"));
        tally.Try((int)seen.Status is >= 400 and < 500, $"{method} {path} as {person}: {seen}");
    }

    private static async Task<string> RolesAsync(Target target, string person) =>
        (await target.MustAsync("officer-two", HttpMethod.Get, $"api/people/{person}")).Json["roles"]!.ToJsonString();
}
