using System.Text;
using ACip.Functions.Authorization;
using ACip.Functions.Hosting;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ACip.Tests.Unit.Functions;

/// <summary>What does not come to its end is no success, and not always a failure.</summary>
public sealed class EarlyEndingTests
{
    [Fact]
    public async Task A_client_that_went_away_is_no_failure_and_nothing_is_written_to_it()
    {
        HttpContext http = Request("/api/mail/inbound", hasLeft: true);

        IResult? answer = EarlyEnding.Of(new TaskCanceledException(), http, CancellationToken.None);

        await Assert.IsAssignableFrom<IResult>(answer).ExecuteAsync(http);
        Assert.Equal((503, ""), (http.Response.StatusCode, Body(http))); // whatever a proxy makes of it, it must not be a success
    }

    [Fact]
    public void What_was_cut_off_with_the_client_is_no_failure_either()
    {
        Assert.NotNull(
            EarlyEnding.Of(
                new BadHttpRequestException("Unexpected end of request content."),
                Request("/api/mail/inbound", hasLeft: true),
                CancellationToken.None
            )
        );
        Assert.Null(EarlyEnding.Of(new InvalidOperationException("a bug"), Request("/", hasLeft: true), CancellationToken.None));
    }

    [Fact]
    public async Task A_host_that_stops_is_told_to_the_client_as_later_and_never_as_done()
    {
        HttpContext http = Request("/api/mail/inbound");

        await EarlyEnding.Of(new OperationCanceledException(), http, new CancellationToken(canceled: true))!.ExecuteAsync(http);

        Assert.Equal(503, http.Response.StatusCode);
    }

    [Fact]
    public void A_cancellation_of_the_functions_own_is_a_failure_like_any_other_that_may_pass() =>
        Assert.NotNull(EarlyEnding.Of(new TaskCanceledException(), Request("/"), CancellationToken.None));

    [Fact]
    public async Task Who_typed_too_much_is_told_so()
    {
        HttpContext http = Request("/plans/gh-2026/comments");
        http.Request.Method = "POST";

        await EarlyEnding.Of(new FormTooLargeException(), http, CancellationToken.None)!.ExecuteAsync(http);

        Assert.Equal(413, http.Response.StatusCode);
        Assert.Contains("20000", Body(http), StringComparison.Ordinal);
        Assert.DoesNotContain("/plans/gh-2026/comments", Body(http), StringComparison.Ordinal); // there is no such page
        Assert.Contains("<p><a href=\"/\">", Body(http), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_link_it_is_said_in_the_language_of_whom_the_link_is_for_and_leads_back_to_it()
    {
        HttpContext http = Request("/tasks/token");
        http.Request.Method = "POST";
        var csrf = new CsrfToken(Options.Create(new MailOptions { TokenSecret = "secret" }), TimeProvider.System);
        var person = new Person(new PersonId("awa"), "Awa", "awa@example.org", Language.Fr, []);
        var linked = new LinkedTask(null!, null!, person, null!, "Etc/UTC", default, false);
        LinkContext.Of(http.Request, "token", linked, false, csrf, fictional: false);

        await EarlyEnding.Of(new FormTooLargeException(), http, CancellationToken.None)!.ExecuteAsync(http);

        Assert.Contains("lang=\"fr\"", Body(http), StringComparison.Ordinal);
        Assert.Contains("<p><a href=\"/tasks/token\">", Body(http), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_that_is_told_is_that_of_the_text()
    {
        HttpContext http = Request("/tasks/token");

        await PageFrame.Refuse(http.Request, 413, TextBounds.Comment).ExecuteAsync(http);

        Assert.Contains("4000", Body(http), StringComparison.Ordinal);
    }

    public static TheoryData<Exception> Passing =>
        [
            new ContentionException(),
            new RequestFailedException(503, "busy"),
            new RequestFailedException(429, "busy"),
            new TimeoutException(),
        ];

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task Contention_and_storage_that_is_away_are_503_with_when_to_try_again(Exception error)
    {
        HttpContext http = Request("/api/plans/np-2026/reports/20260101-20260331/comments");

        await EarlyEnding.Of(error, http, CancellationToken.None)!.ExecuteAsync(http);

        Assert.Equal((503, "3"), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        Assert.Contains("/problems/busy", Body(http), StringComparison.Ordinal);
        Assert.Contains("\"next\":\"Nothing was changed.", Body(http), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-FR", "Réessayez dans un instant")]
    [InlineData("es", "Inténtelo de nuevo en un momento")]
    [InlineData("", "Please try again in a moment")]
    public async Task A_page_says_it_in_the_readers_language(string language, string words)
    {
        HttpContext http = Request("/plans/np-2026");
        http.Request.Headers.AcceptLanguage = language;

        await EarlyEnding.Of(new ContentionException(), http, CancellationToken.None)!.ExecuteAsync(http);

        Assert.Equal("3", http.Response.Headers.RetryAfter.ToString());
        Assert.Contains(words, Body(http), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_into_storage_is_413()
    {
        HttpContext http = Request("/api/plans/np-2026/draft");

        await EarlyEnding.Of(new FactTooLargeException("plan-draft", 600_000), http, CancellationToken.None)!.ExecuteAsync(http);

        Assert.Equal(413, http.Response.StatusCode);
    }

    [Fact]
    public void Everything_else_stays_a_failure()
    {
        Assert.Null(EarlyEnding.Of(new InvalidCastException(), Request("/"), CancellationToken.None));
        Assert.Null(
            EarlyEnding.Of(new RequestFailedException(400, "a key that storage never takes"), Request("/"), CancellationToken.None)
        );
        Assert.Null(EarlyEnding.Of(new RequestFailedException(404, "gone"), Request("/"), CancellationToken.None));
    }

    private static DefaultHttpContext Request(string path, bool hasLeft = false)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider(),
        };
        http.Request.Path = path;
        http.Response.Body = new MemoryStream();
        if (hasLeft)
        {
            http.RequestAborted = new CancellationToken(canceled: true);
        }

        return http;
    }

    private static string Body(HttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
}
