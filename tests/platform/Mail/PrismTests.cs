using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Mail.Sending;
using Xunit.Abstractions;

namespace ACip.Tests.Platform.Mail;

/// <summary>Against an independent reader of SendGrid's document, where document and npm are at hand.</summary>
public sealed class PrismTests(ITestOutputHelper output)
{
    [FactWithShared(RequestShapeTests.Published)]
    public async Task What_the_client_sends_is_allowed_and_whatever_Prism_refuses_we_refuse()
    {
        string sound = await FullMail.SendAsync();
        Assert.Empty(Check(sound));
        using Prism? prism = await Prism.StartAsync(SharedData.Get(RequestShapeTests.Published));
        if (prism is null)
        {
            output.WriteLine("Prism could not be had from npm: nothing was compared with it.");
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

    /// <summary>The request with one place in it removed or replaced, for every place and several replacements.</summary>
    private static IEnumerable<(string What, string Json)> Spoilt(string sound)
    {
        string?[] replacements = [null, "null", "1", "-1.5", "true", "\"\"", "\"x\"", "[]", "{}", "[1]", "{\"email\":1}"];
        foreach (string path in Places(JsonNode.Parse(sound)!, ""))
        {
            foreach (string? replacement in replacements)
            {
                JsonNode request = JsonNode.Parse(sound)!;
                JsonNode parent = path.Split('/')[1..^1]
                    .Aggregate(
                        request,
                        (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!
                    );
                string last = path.Split('/')[^1];
                if (parent is JsonArray array && replacement is null)
                {
                    array.RemoveAt(int.Parse(last, CultureInfo.InvariantCulture));
                }
                else if (parent is JsonArray items)
                {
                    items[int.Parse(last, CultureInfo.InvariantCulture)] = JsonNode.Parse(replacement!);
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

    private static IEnumerable<string> Places(JsonNode node, string path) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                Places(member.Value!, $"{path}/{member.Key}").Prepend($"{path}/{member.Key}")
            ),
            JsonArray items => items.SelectMany((item, index) => Places(item!, $"{path}/{index}").Prepend($"{path}/{index}")),
            _ => [],
        };
}
