using System.Net;
using System.Text.Json.Nodes;
using FunctionsSimulator.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsSimulator.Operators;

/// <summary>Where an instance is managed: the answer to starting one.</summary>
internal sealed class ManagementLinks(HostJson hostJson, FunctionKeys keys)
{
    public const string Root = "/runtime/webhooks/durabletask";

    /// <summary>202 with all the links, the status one also as Location.</summary>
    public IResult CheckStatus(HttpContext context, string instanceId)
    {
        string instance = $"{context.Request.Scheme}://{context.Request.Host}{Root}/instances/{WebUtility.UrlEncode(instanceId)}";
        string key = $"taskHub={WebUtility.UrlEncode(hostJson.HubName)}&connection=Storage&code={WebUtility.UrlEncode(keys.System)}";
        var links = new JsonObject
        {
            ["id"] = instanceId,
            ["statusQueryGetUri"] = $"{instance}?{key}",
            ["sendEventPostUri"] = $"{instance}/raiseEvent/{{eventName}}?{key}",
            ["terminatePostUri"] = $"{instance}/terminate?reason={{text}}&{key}",
            ["purgeHistoryDeleteUri"] = $"{instance}?{key}",
            ["restartPostUri"] = $"{instance}/restart?{key}",
            ["suspendPostUri"] = $"{instance}/suspend?reason={{text}}&{key}",
            ["resumePostUri"] = $"{instance}/resume?reason={{text}}&{key}",
        };
        context.Response.Headers.Location = (string?)links["statusQueryGetUri"];
        context.Response.Headers.RetryAfter = "10";
        return Results.Json(links, statusCode: StatusCodes.Status202Accepted);
    }
}
