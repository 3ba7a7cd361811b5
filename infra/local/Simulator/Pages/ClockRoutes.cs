using System.Globalization;
using System.Text.Json;
using ACip.Local.Clock;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FunctionsSimulator.Pages;

/// <summary><c>/local/clock</c>: shows the platform's time and moves it forward. POST /local/clock/advance takes JSON or a form with one of
/// to, days, months.</summary>
/// <remarks>No Busy token is held here: moving the clock waits until there are none.</remarks>
internal sealed class ClockRoutes(VirtualClock clock, IEnumerable<IPlatformExtension> extensions)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/clock", Show);
        routes.MapPost("/local/clock/advance", AdvanceAsync);
    }

    private static bool TryTarget(DateTimeOffset now, string? to, string? days, string? months, out DateTimeOffset target, out string wrong)
    {
        (target, wrong) = (now, "");
        try
        {
            if (!string.IsNullOrWhiteSpace(to))
            {
                if (
                    !DateTimeOffset.TryParse(
                        to,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                        out target
                    )
                )
                {
                    wrong = $"'{to}' is no date.";
                }
            }
            else if (double.TryParse(days, NumberStyles.Float, CultureInfo.InvariantCulture, out double d))
            {
                target = now.AddDays(d);
            }
            else if (int.TryParse(months, NumberStyles.Integer, CultureInfo.InvariantCulture, out int m))
            {
                target = now.AddMonths(m);
            }
            else
            {
                wrong = "Say to (a date), days or months.";
            }
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            wrong = "That is further than the calendar goes.";
        }

        if (wrong.Length == 0 && target < now)
        {
            wrong = $"The clock shows {now:O} already and never goes back.";
        }

        return wrong.Length == 0;
    }

    private static async Task<(string? To, string? Days, string? Months)> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            IFormCollection form = await request.ReadFormAsync();
            return (form["to"], form["days"], form["months"]);
        }

        using JsonDocument json = await JsonDocument.ParseAsync(request.Body);
        return (Text("to"), Text("days"), Text("months"));

        string? Text(string name) =>
            json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out JsonElement value)
                ? value.ToString()
                : null;
    }

    private static string Button(string name, string value, string text) =>
        Html.Of($"<button name=\"{name}\" value=\"{value}\">{text}</button>");

    private Task<IResult> Show(CancellationToken cancellation) => PageAsync("", cancellation);

    private async Task<IResult> AdvanceAsync(HttpRequest request)
    {
        bool form = request.HasFormContentType;
        (string? To, string? Days, string? Months) asked;
        try
        {
            asked = await ReadAsync(request);
        }
        catch (JsonException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }

        if (!TryTarget(clock.GetUtcNow(), asked.To, asked.Days, asked.Months, out DateTimeOffset target, out string wrong))
        {
            return form
                ? await PageAsync(wrong, request.HttpContext.RequestAborted)
                : Results.Problem(wrong, statusCode: StatusCodes.Status400BadRequest);
        }

        // a closed browser must not stop the clock half way
        await clock.AdvanceToAsync(target, CancellationToken.None);
        return form ? Results.LocalRedirect("/local/clock") : Results.Json(new { now = clock.GetUtcNow(), nextAlarm = clock.NextAlarm });
    }

    private async Task<DateTimeOffset?> NextDeadlineAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var deadlines = new List<DateTimeOffset>();
        foreach (IPlatformExtension extension in extensions)
        {
            deadlines.AddRange(await extension.NextDeadlineAsync(cancellation) is { } deadline && deadline > now ? [deadline] : []);
        }

        return deadlines.Count == 0 ? null : deadlines.Min();
    }

    private async Task<IResult> PageAsync(string wrong, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset? deadline = await NextDeadlineAsync(now, cancellation);
        string next = clock.NextAlarm is { } alarm ? Html.Time(alarm) : "none is set";
        return Html.Page(
            "Clock",
            (wrong.Length == 0 ? "" : Html.Of($"<p role=\"alert\"><strong>{wrong}</strong></p>"))
                + Html.Of(
                    $"<p>The platform's time: <strong><time datetime=\"{now.ToString("O", CultureInfo.InvariantCulture)}\">{Html.Time(now)}</time></strong></p><p>Next alarm: {next}</p>"
                )
                + "<p>Moving the clock forward sets off everything that is due on the way, in order; the page comes back when all of it has ended.</p>"
                + "<form method=\"post\" action=\"/local/clock/advance\">"
                + Button("days", "1", "+1 day")
                + Button("days", "7", "+1 week")
                + Button("months", "1", "+1 month")
                + Button("months", "3", "+1 quarter")
                + (
                    deadline is { } at
                        ? Button(
                            "to",
                            at.AddMinutes(1).ToString("O", CultureInfo.InvariantCulture),
                            $"To the next deadline, {Html.Time(at)}"
                        )
                        : ""
                )
                + "</form>"
                + "<form method=\"post\" action=\"/local/clock/advance\"><label>To this day: "
                + Html.Of(
                    $"<input type=\"date\" name=\"to\" required min=\"{now.AddDays(1).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\">"
                )
                + "</label><button>Move the clock</button></form>",
            wrong.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }
}
