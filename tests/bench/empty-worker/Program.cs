using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Build().Run();

namespace EmptyWorker
{
    /// <summary>Answers, and nothing else.</summary>
    public static class Nothing
    {
        [Function(nameof(Nothing))]
        public static IResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request
        ) => Results.Text(request.Method);
    }
}
