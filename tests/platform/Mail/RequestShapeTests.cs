using System.Text.Json;
using ACip.Local.Mail.Sending;

namespace ACip.Tests.Platform.Mail;

/// <summary>Holds our idea of a request against the OpenAPI document that SendGrid publishes, where a copy lies at hand, and against what
/// its client sends.</summary>
public sealed class RequestShapeTests
{
    public const string Published = "data/mail/sendgrid/tsg_mail_v3.json";

    [Fact]
    public async Task What_the_client_sends_has_our_shape()
    {
        using JsonDocument sent = JsonDocument.Parse(await FullMail.SendAsync());
        var unknown = new List<string>();
        Known(RequestShape.Body, sent.RootElement, "", unknown);

        Assert.Empty(unknown);
        Assert.Equal(["personalizations", "from"], ((Members)RequestShape.Body).Required);
        Assert.Empty(SendCheck.Read(JsonSerializer.SerializeToUtf8Bytes(sent), FakeApp.Start).Errors);
    }

    [FactWithShared(Published)]
    public void Members_requirements_and_limits_are_those_of_the_published_document()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Get(Published)));
        JsonElement components = document.RootElement.GetProperty("components");
        JsonElement body = components
            .GetProperty("requestBodies")
            .GetProperty("PostMailSend")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        var differences = new List<string>();
        Compare(RequestShape.Body, body, "", components.GetProperty("schemas"), differences);

        // stricter than the document on purpose: empty lists and names that SendGrid refuses although the document does not say so
        Assert.Equal(
            [
                "attachments.0.filename: min 1, published 0",
                "categories.0: min 1, published 0",
                "content: min 1, published 0",
                "personalizations.0.to: min 1, published 0",
                "personalizations: min 1, published 0",
            ],
            differences.Order(StringComparer.Ordinal)
        );
    }

    private static void Known(Shape ours, JsonElement sent, string path, List<string> unknown)
    {
        switch (ours)
        {
            case Members members:
                foreach (JsonProperty member in sent.EnumerateObject())
                {
                    if (members.Known.TryGetValue(member.Name, out Shape? known))
                    {
                        Known(known, member.Value, $"{path}/{member.Name}", unknown);
                    }
                    else
                    {
                        unknown.Add($"{path}/{member.Name}");
                    }
                }

                break;
            case Items items:
                foreach (JsonElement item in sent.EnumerateArray())
                {
                    Known(items.Each, item, $"{path}/0", unknown);
                }

                break;
        }
    }

    private static void Compare(Shape ours, JsonElement theirs, string path, JsonElement schemas, List<string> differences)
    {
        if (theirs.TryGetProperty("$ref", out JsonElement reference))
        {
            theirs = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        string type = theirs.GetProperty("type").GetString()!;
        Note(Type(ours) == type, $"{Type(ours)}, published {type}");
        switch (ours)
        {
            case Members members:
                string[] published = [.. theirs.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
                Note(
                    members.Known.Keys.Order(StringComparer.Ordinal).SequenceEqual(published.Order(StringComparer.Ordinal)),
                    $"published {string.Join(' ', published)}"
                );
                string[] required = theirs.TryGetProperty("required", out JsonElement names)
                    ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
                    : [];
                Note(members.Required.SequenceEqual(required), $"required {string.Join(' ', required)}");
                foreach (string name in published.Where(members.Known.ContainsKey))
                {
                    Compare(
                        members.Known[name],
                        theirs.GetProperty("properties").GetProperty(name),
                        path.Length == 0 ? name : $"{path}.{name}",
                        schemas,
                        differences
                    );
                }

                break;
            case Items items:
                Limit("min", items.Min, "minItems", 0);
                Limit("max", items.Max, "maxItems", int.MaxValue);
                Compare(items.Each, theirs.GetProperty("items"), $"{path}.0", schemas, differences);
                break;
            case Text text:
                Limit("min", text.Min, "minLength", 0);
                Limit("max", text.Max, "maxLength", int.MaxValue);
                break;
            case Pairs pairs:
                Limit("max", pairs.Max, "maxProperties", int.MaxValue);
                break;
        }

        void Limit(string what, int ours, string name, int otherwise)
        {
            int published = theirs.TryGetProperty(name, out JsonElement limit) ? limit.GetInt32() : otherwise;
            Note(ours == published, $"{what} {ours}, published {published}");
        }

        void Note(bool same, string difference)
        {
            if (!same)
            {
                differences.Add($"{path}: {difference}");
            }
        }
    }

    private static string Type(Shape shape) =>
        shape switch
        {
            Items => "array",
            Text => "string",
            Whole => "integer",
            Switch => "boolean",
            _ => "object",
        };
}
