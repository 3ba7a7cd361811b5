using ACip.Functions.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Functions.Pages.Lists;

/// <summary>GET /lists/{list}: a list, searched, filtered and sorted as the address says (<see cref="ListQuestion"/>), so that it can
/// be kept and sent. /lists/{list}/list.csv and list.xlsx take the same rows along, all pages of them.</summary>
public sealed class ListEndpoints(PageFrame frame, ProgrammeLists lists)
{
    [Function(nameof(ShowList))]
    public async Task<IResult> ShowList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lists/{list}")] HttpRequest request,
        string list,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (lists.Find(list, page) is not { } found)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        ListFacts facts = await lists.FactsAsync(page, cancellation);
        ProgrammeList read = await found.ReadAsync(facts, cancellation);
        var question = ListQuestion.Read(request.Query, read.Columns);
        return PageFrame.Show<ListPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(ListPage.List)] = read,
                [nameof(ListPage.SeenAt)] = facts.SeenAt,
                [nameof(ListPage.About)] = found,
                [nameof(ListPage.Others)] = lists.For(page),
                [nameof(ListPage.Question)] = question,
                [nameof(ListPage.Found)] = question.Select(read, page.Language.Order),
            }
        );
    }

    [Function(nameof(TakeList))]
    public async Task<IResult> TakeList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "lists/{list}/{file}")] HttpRequest request,
        string list,
        string file,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (page.Person is null)
        {
            return PageFrame.Refuse(page, StatusCodes.Status401Unauthorized);
        }

        if (ListFile.TypeOf(file) is not { } type || lists.Find(list, page) is not { } found)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        ProgrammeList read = await found.ReadAsync(await lists.FactsAsync(page, cancellation), cancellation);
        IReadOnlyList<ListRow> rows = ListQuestion.Read(request.Query, read.Columns).Select(read, page.Language.Order);
        return Results.File(
            ListFile.Write(file, found.Title, read, rows, page),
            type,
            $"{found.Name}-{DayText.Day(page.Now)}{Path.GetExtension(file)}"
        );
    }
}
