using System.Net;
using System.Net.Http.Json;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Mail.Robustness;

[Collection(RobustMailCollection.Name)]
public sealed class ContentionTests(OpenReports programme)
{
    [Fact]
    public async Task Twenty_five_comments_on_one_report_at_once_are_kept_or_asked_for_again_and_none_fails()
    {
        OpenReport report = programme.Take();
        string path = $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/comments";

        (HttpStatusCode Status, bool SaysWhen)[] answers = await Task.WhenAll(
            Enumerable
                .Range(1, 25)
                .Select(async number =>
                {
                    using var comment = new HttpRequestMessage(HttpMethod.Post, path)
                    {
                        Content = JsonContent.Create(new { item = "", text = $"Comment {number}" }),
                    };
                    comment.Headers.Add("X-Local-Sign-In", number % 2 == 0 ? "officer-one" : "approver-one");
                    using HttpResponseMessage answer = await programme.Http.SendAsync(comment);
                    return (answer.StatusCode, answer.Headers.RetryAfter is not null);
                })
        );

        Assert.All(
            answers,
            answer =>
                Assert.True(
                    answer.Status == HttpStatusCode.OK
                        || (answer.Status is HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable && answer.SaysWhen),
                    answer.ToString()
                )
        );
        IReadOnlyList<ReportComment> kept = await programme.CommentsAsync(report);
        Assert.Equal(
            answers.Count(answer => answer.Status == HttpStatusCode.OK),
            kept.Count(comment => comment.Text.StartsWith("Comment ", StringComparison.Ordinal))
        );
        Assert.True(kept.Count >= 20, $"only {kept.Count} of 25");
    }

    [Fact]
    public async Task Forty_who_decide_at_once_on_one_row_all_come_through()
    {
        var stream = new StreamId("contention");
        Assert.True(await programme.Table.TryCommitAsync(new UnitOfWork(stream).Add("count", new Count(0)), CancellationToken.None));

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(_ =>
                    programme.Table.DecideAsync(
                        async () =>
                        {
                            Row<Count> row = (await programme.Table.FindAsync<Count>(stream, "count", CancellationToken.None))!;
                            return ((UnitOfWork?)new UnitOfWork(stream).Replace(row, new Count(row.Value.Number + 1)), true);
                        },
                        CancellationToken.None
                    )
                )
        );

        Assert.Equal(40, (await programme.Table.FindAsync<Count>(stream, "count", CancellationToken.None))!.Value.Number);
    }

    [Fact]
    public async Task One_who_is_never_fast_enough_is_told_after_a_while()
    {
        var stream = new StreamId("contention-without-end");
        Assert.True(await programme.Table.TryCommitAsync(new UnitOfWork(stream).Add("count", new Count(0)), CancellationToken.None));
        Row<Count> stale = (await programme.Table.FindAsync<Count>(stream, "count", CancellationToken.None))!;
        Assert.True(await programme.Table.TryCommitAsync(new UnitOfWork(stream).Replace(stale, new Count(1)), CancellationToken.None));

        await Assert.ThrowsAsync<ContentionException>(() =>
            programme.Table.DecideAsync(
                () => Task.FromResult(((UnitOfWork?)new UnitOfWork(stream).Replace(stale, new Count(2)), true)),
                CancellationToken.None
            )
        );
    }

    private sealed record Count(int Number);
}
