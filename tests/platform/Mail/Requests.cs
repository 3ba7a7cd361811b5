using System.Text.Json.Nodes;

namespace ACip.Tests.Platform.Mail;

/// <summary>Requests to send, sound ones and what tests make of them.</summary>
internal static class Requests
{
    public static JsonObject Sound(string to = "amina@customs.example", string deliveryId = "d-1") =>
        new()
        {
            ["personalizations"] = new JsonArray(
                new JsonObject
                {
                    ["to"] = new JsonArray(new JsonObject { ["email"] = to, ["name"] = "Amina Été" }),
                    ["headers"] = new JsonObject
                    {
                        ["Message-ID"] = $"<{deliveryId}@a-cip.example>",
                        ["Auto-Submitted"] = "auto-generated",
                    },
                    ["custom_args"] = new JsonObject { ["delivery"] = deliveryId },
                }
            ),
            ["from"] = new JsonObject { ["email"] = "a-cip@a-cip.example", ["name"] = "A-CIP Secretariat" },
            ["reply_to"] = new JsonObject { ["email"] = "t-abc234@reply.a-cip.example" },
            ["subject"] = "Quarterly figures, third quarter",
            ["content"] = new JsonArray(
                new JsonObject { ["type"] = "text/plain", ["value"] = "Please answer:\n\nB3: \nB4 (officers trained): ____\n" },
                new JsonObject { ["type"] = "text/html", ["value"] = "<p>Please answer:</p><p>B3: </p>" }
            ),
        };

    public static JsonObject Personalization(this JsonObject request) => request["personalizations"]![0]!.AsObject();
}
