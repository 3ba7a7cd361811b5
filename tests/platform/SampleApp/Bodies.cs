using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Long, late, broken and interrupted answers.</summary>
public sealed class Bodies(Journal journal, TimeProvider clock)
{
    [Function("Fails")]
    public static IResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) =>
        throw new InvalidOperationException("secret detail of " + request.Path);

    /// <summary>Fails when a part of its answer is on the way already.</summary>
    [Function("FailsLate")]
    public static async Task FailsLate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails-late")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("a beginning");
        await request.HttpContext.Response.Body.FlushAsync();
        await Task.Delay(200);
        throw new InvalidOperationException("in mid-sentence");
    }

    /// <summary>Longer than every buffer on the way.</summary>
    [Function("Big")]
    public static IResult Big(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "big/{megabytes:int}")] HttpRequest request,
        int megabytes
    ) => Results.Bytes(new byte[megabytes << 20], "application/octet-stream");

    /// <summary>Sends a first part, and the rest when it is let.</summary>
    [Function("Streams")]
    public async Task Streams([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "streams")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("first");
        await request.HttpContext.Response.Body.FlushAsync();
        await journal.WaitAsync();
        await request.HttpContext.Response.WriteAsync(" last");
    }

    [Function("Upload")]
    public static async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        long total = 0;
        byte[] part = new byte[1 << 16];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(part, cancellation)) > 0; )
            {
                total += read;
            }

            return Results.Text(total.ToString(CultureInfo.InvariantCulture));
        }
        catch (BadHttpRequestException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [Function("Waits")]
    public async Task<IResult> Waits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        try
        {
            await journal.WaitAsync(cancellation);
            return Results.Text(request.Method);
        }
        catch (OperationCanceledException)
        {
            journal.Write("cancelled");
            throw;
        }
    }

    [Function("Journal")]
    public IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal")] HttpRequest request) =>
        Results.Json(journal.Lines);

    [Function("Now")]
    public IResult Now([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "now")] HttpRequest request) =>
        Results.Text(
            clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)
                + " "
                + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        );
}
