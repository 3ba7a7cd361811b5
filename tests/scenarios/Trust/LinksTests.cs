using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Auditing;
using ACip.Workflows.Programme;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>Every link of every mail, followed by whom it was sent to, and every link of the pages that these lead to.</summary>
[Collection(FullWorldCollection.Name)]
public sealed partial class LinksTests(FullWorld full)
{
    [Fact]
    public async Task Every_link_of_every_mail_and_of_the_pages_behind_it_leads_somewhere()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = false })
        {
            BaseAddress = new Uri(full.World.Platform.BaseUrl),
        };
        ProgrammeRegister register = await full.World.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        var dead = new List<string>();
        var seen = new HashSet<(string Person, string Path)>();
        foreach (LocalMessage mail in full.World.Platform.Mail.List())
        {
            string person = register.ByAddress(mail.Recipient.Email)!.Id.Value;
            foreach (
                string path in InMail()
                    .Matches(mail.Text + " " + mail.Html)
                    .Select(match => match.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal))
                    .Distinct()
            )
            {
                string page = await FollowAsync(person, path, $"the mail {mail.CustomArgs.GetValueOrDefault("kind")} to {person}");
                foreach (Match link in OnPage().Matches(page))
                {
                    await FollowAsync(person, link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal), path);
                }
            }
        }

        Assert.True(seen.Count > 100, $"{seen.Count} links");
        Assert.True(dead.Count == 0, string.Join(Environment.NewLine, dead));

        async Task<string> FollowAsync(string person, string path, string from)
        {
            if (path.StartsWith("/.auth", StringComparison.Ordinal) || !seen.Add((person, path)))
            {
                return "";
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Local-Sign-In", person);
            using HttpResponseMessage answer = await http.SendAsync(request);
            if (!answer.IsSuccessStatusCode && !IsOver(answer, path))
            {
                dead.Add($"{(int)answer.StatusCode} {path} from {from}");
            }

            return answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
        }
    }

    /// <summary>A link of a task that was answered or has expired says so; that is somewhere.</summary>
    private static bool IsOver(HttpResponseMessage answer, string path) =>
        (int)answer.StatusCode == 410 && path.StartsWith("/tasks/", StringComparison.Ordinal);

    [GeneratedRegex("https://acip\\.example(/[^\\s\"<>]*)")]
    private static partial Regex InMail();

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex OnPage();
}
