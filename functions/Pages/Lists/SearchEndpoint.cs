using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Lists;

/// <summary>GET /search?q=words: everything that the reader may see and that says all of the words, list by list.</summary>
public sealed class SearchEndpoint(PageFrame frame, ProgrammeLists lists)
{
    [Function(nameof(SearchEndpoint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "search")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        var question = ListQuestion.Read(request.Query, []);
        var hits = new List<SearchHits>();
        DateTimeOffset? seenAt = null;
        if (question.Words.Length > 0)
        {
            ListFacts facts = await lists.FactsAsync(page, cancellation);
            foreach (IProgrammeList list in lists.For(page))
            {
                ProgrammeList read = await list.ReadAsync(facts, cancellation);
                IReadOnlyList<ListRow> found = question.Select(read, page.Language.Order);
                if (found.Count > 0)
                {
                    hits.Add(new SearchHits(list, read.Columns, found));
                }
            }

            seenAt = facts.SeenAt;
        }

        return PageFrame.Show<SearchPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(SearchPage.Words)] = question.Words,
                [nameof(SearchPage.Hits)] = hits,
                [nameof(SearchPage.SeenAt)] = seenAt,
                [nameof(SearchPage.Lists)] = lists.For(page),
            }
        );
    }
}

/// <summary>What one list has of the words.</summary>
public sealed record SearchHits(IProgrammeList List, IReadOnlyList<ListColumn> Columns, IReadOnlyList<ListRow> Found);
