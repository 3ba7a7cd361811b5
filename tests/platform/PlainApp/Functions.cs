using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;

namespace PlainApp;

public sealed class Functions(IConfiguration configuration)
{
    [Function("Echo")]
    public async Task<HttpResponseData> Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo/{name}")] HttpRequestData request,
        string name
    )
    {
        HttpResponseData response = request.CreateResponse(HttpStatusCode.Accepted);
        response.Headers.Add("X-Colour", configuration["Colour"] ?? "none");
        response.Cookies.Append("seen", name);
        using var body = new StreamReader(request.Body);
        await response.WriteStringAsync(
            $"{name} {request.Url.AbsolutePath} {request.Query["q"]} {request.Headers.GetValues("X-Said").Single()} {await body.ReadToEndAsync()}"
        );
        return response;
    }

    [Function("Text")]
    public static string Text([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "text")] HttpRequestData request) =>
        "text of " + request.Method;

    [Function("Silent")]
    public static void Silent([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "silent")] HttpRequestData request) { }

    [Function("Fails")]
    public static HttpResponseData Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequestData request) =>
        throw new InvalidOperationException("as it should");

    [Function("Start")]
    public static async Task<HttpResponseData> Start(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "start")] HttpRequestData request,
        [DurableClient] DurableTaskClient client
    )
    {
        string id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Greetings));
        return await client.CreateCheckStatusResponseAsync(request, id);
    }

    [Function(nameof(Greetings))]
    public static async Task<List<string>> Greetings([OrchestrationTrigger] TaskOrchestrationContext context) =>
        [await context.CallActivityAsync<string>(nameof(Greet), "Ada"), await context.CallActivityAsync<string>(nameof(Greet), "Grace")];

    /// <summary>Of a kind that not every host has.</summary>
    [Function("Tally")]
    public static Task Tally([EntityTrigger] TaskEntityDispatcher dispatcher) =>
        dispatcher.DispatchAsync(operation => ValueTask.FromResult<object?>(operation.Name));

    [Function(nameof(Greet))]
    public static string Greet([ActivityTrigger] string name) => $"Hello {name}";
}
