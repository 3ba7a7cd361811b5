using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Mail.Sending;
using SendGrid.Helpers.Mail;

namespace ACip.Tests.Platform.Mail;

/// <summary>Against an independent reader of SendGrid's document. Without npm or the document only our own judgement is held to.</summary>
public sealed class PrismTests
{
    [Fact]
    public async Task What_the_client_writes_is_allowed_and_whatever_Prism_refuses_we_refuse()
    {
        string sound = Full();
        Assert.Empty(Check(sound));
        using Prism? prism = await Prism.StartAsync("/work/shared/data/mail/sendgrid/tsg_mail_v3.json");
        if (prism is null)
        {
            return;
        }

        Assert.True(await prism.AllowsAsync(sound));
        Assert.False(await prism.AllowsAsync("{}"));
        var missed = new List<string>();
        foreach ((string what, string json) in Spoilt(sound))
        {
            if (!await prism.AllowsAsync(json) && Check(json).Count == 0)
            {
                missed.Add(what);
            }
        }

        Assert.Empty(missed);
    }

    private static IReadOnlyList<SendError> Check(string json) => SendCheck.Read(Encoding.UTF8.GetBytes(json), FakeApp.Start).Errors;

    private static string Full()
    {
        var mail = new SendGridMessage
        {
            From = new EmailAddress("a-cip@a-cip.example", "A-CIP"),
            ReplyTo = new EmailAddress("t-1@reply.a-cip.example"),
            Subject = "Chiffres d’été",
            PlainTextContent = "Bonjour",
            HtmlContent = "<p>Bonjour</p>",
            Categories = ["task"],
            Headers = new() { ["Auto-Submitted"] = "auto-generated" },
            Personalizations =
            [
                new Personalization
                {
                    Tos = [new EmailAddress("amina@customs.example", "Amina")],
                    Ccs = [new EmailAddress("baba@customs.example")],
                    Subject = "Chiffres",
                    Headers = new() { ["Message-ID"] = "<1@a-cip.example>" },
                    CustomArgs = new() { ["delivery"] = "1" },
                    SendAt = FakeApp.Start.AddHours(1).ToUnixTimeSeconds(),
                },
            ],
        };
        mail.AddAttachment("figures.xlsx", "QUJD", "application/octet-stream", "attachment", "figures");
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.SetSubscriptionTracking(false);
        mail.SetSandBoxMode(false);
        return mail.Serialize();
    }

    /// <summary>The request with one place in it removed or replaced, for every place and several replacements.</summary>
    private static IEnumerable<(string What, string Json)> Spoilt(string sound)
    {
        string?[] replacements = [null, "null", "1", "-1.5", "true", "\"\"", "\"x\"", "[]", "{}", "[1]", "{\"email\":1}"];
        foreach (string path in Places(JsonNode.Parse(sound)!, ""))
        {
            foreach (string? replacement in replacements)
            {
                JsonNode request = JsonNode.Parse(sound)!;
                JsonNode parent = path.Split('/')[1..^1].Aggregate(request, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
                string last = path.Split('/')[^1];
                if (parent is JsonArray array && replacement is null)
                {
                    array.RemoveAt(int.Parse(last));
                }
                else if (parent is JsonArray items)
                {
                    items[int.Parse(last)] = JsonNode.Parse(replacement!);
                }
                else if (replacement is null)
                {
                    parent.AsObject().Remove(last);
                }
                else
                {
                    parent[last] = JsonNode.Parse(replacement);
                }

                yield return ($"{path} = {replacement ?? "nothing"}", request.ToJsonString(JsonSerializerOptions.Web));
            }
        }
    }

    private static IEnumerable<string> Places(JsonNode node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value!, $"{path}/{member.Key}").Prepend($"{path}/{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Places(item!, $"{path}/{index}").Prepend($"{path}/{index}")),
        _ => [],
    };
}
