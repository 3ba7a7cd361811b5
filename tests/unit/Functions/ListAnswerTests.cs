using System.Text;
using System.Text.Json;
using ACip.Functions.Api;
using ACip.Functions.Api.Lists;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ACip.Tests.Unit.Functions;

/// <summary>The one way in which the API gives lists.</summary>
public sealed class ListAnswerTests
{
    public sealed record Inner(DateOnly Start, int Count);

    public sealed record One(string Id, Inner Period, IReadOnlyList<string> Tags, IReadOnlyList<Inner> Parts);

    [Fact]
    public void Parts_follow_one_another_without_a_gap_or_a_repeat() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte Count, byte Limit)>(),
                drawn =>
                {
                    string[] all = [.. Enumerable.Range(0, drawn.Count).Select(number => $"{number % 7}/é{number:D3}")];
                    int limit = (drawn.Limit % ListAnswer.MostAtOnce) + 1;
                    List<string> seen = [];
                    string after = "";
                    do
                    {
                        JsonElement part = Ask(all, $"?limit={limit}{(after.Length > 0 ? $"&after={after}" : "")}").Body;
                        seen.AddRange(part.GetProperty("items").EnumerateArray().Select(one => one.GetString()!));
                        after = part.GetProperty("next").GetString() ?? "";
                    } while (after.Length > 0);

                    return seen.SequenceEqual(all.Order(StringComparer.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("?limit=0", "limit-out-of-range")]
    [InlineData("?limit=201", "limit-out-of-range")]
    [InlineData("?limit=-1", "limit-out-of-range")]
    [InlineData("?limit=ten", "limit-out-of-range")]
    [InlineData("?limit=", "limit-out-of-range")]
    [InlineData("?after=%24%24", "not-a-place-in-the-list")]
    [InlineData("?format=pdf", "format")]
    [InlineData("?format=csv&limit=5", "format")]
    [InlineData("?offset=5", "unknown-parameter")]
    public void What_a_list_does_not_take_is_refused(string query, string rule)
    {
        (HttpContext http, JsonElement problem) = Ask(["a", "b"], query);
        Assert.Equal(400, http.Response.StatusCode);
        Assert.Equal($"/problems/{rule}", problem.GetProperty("type").GetString());
        Assert.All(["title", "detail", "instance", "next"], name => Assert.NotEmpty(problem.GetProperty(name).GetString()!));
        Assert.Contains(rule, ApiRules.All.Keys);
    }

    [Fact]
    public void The_part_that_follows_has_a_link_which_keeps_what_was_asked()
    {
        (HttpContext http, JsonElement part) = Ask(["a", "b", "c"], "?limit=2&lang=fr");
        Assert.Equal(
            $"</api/things?limit=2&lang=fr&after={part.GetProperty("next").GetString()}>; rel=\"next\"",
            http.Response.Headers.Link.ToString()
        );
        Assert.Empty(Ask(["a", "b"], "?limit=2").Http.Response.Headers.Link.ToString());
    }

    [Fact]
    public void An_ordered_list_goes_on_after_its_last_item_and_says_where_that_has_gone()
    {
        JsonElement first = Ask(["c", "a", "b"], "?limit=1", byKey: false).Body;
        string next = first.GetProperty("next").GetString()!;
        Assert.Equal("a", Ask(["c", "a", "b"], $"?limit=1&after={next}", byKey: false).Body.GetProperty("items")[0].GetString());
        Assert.Equal("/problems/list-changed", Ask(["a", "b"], $"?after={next}", byKey: false).Body.GetProperty("type").GetString());
    }

    [Fact]
    public void A_file_has_a_column_for_every_member()
    {
        Assert.Equal(["id", "period.start", "period.count", "tags", "parts"], ListExport.Columns(typeof(One)));
        JsonElement row = JsonSerializer.SerializeToElement(
            new One("x", new Inner(new DateOnly(2026, 3, 31), 7), ["a", "b"], [new Inner(new DateOnly(2026, 1, 1), 1)]),
            JsonAnswer.Options
        );
        Assert.Equal(new DateOnly(2026, 3, 31), ListExport.Cell(row, "period.start").Day);
        Assert.Equal(7, ListExport.Cell(row, "period.count").Number);
        Assert.Equal("a; b", ListExport.Cell(row, "tags").Words);
        Assert.Contains("2026-01-01", ListExport.Cell(row, "parts").Words, StringComparison.Ordinal);
        Assert.Equal("", ListExport.Cell(row, "no.such").Words);
    }

    private static (HttpContext Http, JsonElement Body) Ask(string[] all, string query, bool byKey = true)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider(),
        };
        http.Request.Path = "/api/things";
        http.Request.QueryString = new QueryString(query);
        http.Response.Body = new MemoryStream();
        IResult answer = byKey
            ? ListAnswer.Of(http.Request, all, one => one)
            : ListAnswer.Of(http.Request, all, one => one, besides: [], byKey: false);
        answer.ExecuteAsync(http).GetAwaiter().GetResult();
        string body = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        return (http, JsonDocument.Parse(body).RootElement);
    }
}
