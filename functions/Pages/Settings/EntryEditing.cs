using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Settings;

/// <summary>Shows an entry's form and saves what comes back. If somebody else has saved meanwhile, both versions are shown; a refused form
/// comes back as typed.</summary>
public sealed class EntryEditing(PageFrame frame)
{
    /// <param name="find">The entry as it stands now; null where there is none.</param>
    internal async Task<IResult> RunAsync(HttpRequest request, Func<Task<Entry?>> find, CancellationToken cancellation)
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        if (PageFrame.RefuseUnless(Right.ManageProgramme, page) is { } refusal)
        {
            return refusal;
        }

        if (await find() is not { } entry)
        {
            return PageFrame.Refuse(page, StatusCodes.Status404NotFound);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return Show(page, entry, entry.Stands, null, [], StatusCodes.Status200OK);
        }

        return await frame.ReadFormAsync(request, page, cancellation) is { } form && form["act"].ToString() is "" or "save" or "remove"
            ? await SaveAsync(page, entry, form, find, cancellation)
            : PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> SaveAsync(
        PageContext page,
        Entry entry,
        IFormCollection form,
        Func<Task<Entry?>> find,
        CancellationToken cancellation
    )
    {
        string Typed(string path) => form[path].ToString().ReplaceLineEndings("\n");
        bool removes = entry.Removable && form["act"] == "remove";
        JsonObject mine = ItemText.Read(entry.Stands, entry.Fields, Typed);
        Entry again = entry with { Tag = IfMatch.Again(form, entry.Tag, isStale: false) };
        if (!removes && ItemText.Unoffered(entry.Stands, entry.Fields, Typed) is { } choice)
        {
            return Show(page, again, mine, null, [Unread(choice.Path)], StatusCodes.Status422UnprocessableEntity);
        }

        if (!removes && ItemText.Ambiguous(entry.Stands, entry.Fields, Typed) is { } number)
        {
            var problem = new RegisterProblem(number.Path, "ambiguous-number", "A number could mean two things.");
            return Show(page, again, mine, null, [problem], StatusCodes.Status422UnprocessableEntity);
        }

        EntrySaved saved;
        try
        {
            // what stands already is no change, and no new version of it
            saved =
                !removes && entry.Stands.Count > 0 && ItemText.Tag(mine) == ItemText.Tag(entry.Stands)
                    ? EntrySaved.Done
                    : await entry.Save(removes ? null : mine, IfMatch.Of(form) ?? AsRead.Nothing, page.Person!.Id, cancellation);
        }
        catch (JsonException unread)
        {
            saved = new EntrySaved(false, [Unread(unread.Path ?? "")]);
        }

        return saved.Stale && await find() is { } now ? Show(page, now, mine, now.Stands, [], StatusCodes.Status412PreconditionFailed)
            : saved.Stale ? PageFrame.Refuse(page with { Query = "" }, StatusCodes.Status412PreconditionFailed)
            : saved.Problems.Count > 0 ? Show(page, again, mine, null, saved.Problems, StatusCodes.Status422UnprocessableEntity)
            : new SeeOther(page.Link((saved.To ?? entry.Above.Path) + "?done=1"));
    }

    /// <summary>As the reading names it, <c>$.schedule.daysToDeliver</c>, or as the form does.</summary>
    private static RegisterProblem Unread(string path) =>
        new(path.TrimStart('$', '.').Replace('.', '/'), "field-not-read", "This cannot be read.");

    private IResult Show(
        PageContext page,
        Entry entry,
        JsonObject shown,
        JsonObject? theirs,
        IReadOnlyList<RegisterProblem> problems,
        int status
    ) =>
        PageFrame.Show<EntryPage>(
            page,
            new Dictionary<string, object?>
            {
                [nameof(EntryPage.Entry)] = entry,
                [nameof(EntryPage.Item)] = shown,
                [nameof(EntryPage.Theirs)] = theirs,
                [nameof(EntryPage.Problems)] = problems,
                [nameof(EntryPage.Token)] = frame.TokenFor(page, page.Path),
            },
            status
        );
}

/// <summary>Records as forms edit them, and back.</summary>
internal static class EntryJson
{
    public static JsonObject Of<T>(T? entry)
        where T : class => entry is null ? [] : JsonSerializer.SerializeToNode(entry, Json.Stored)!.AsObject();

    /// <exception cref="JsonException">A field cannot be read; its path is in it.</exception>
    public static T To<T>(JsonObject item)
        where T : class => item.Deserialize<T>(Json.Stored) ?? throw new JsonException("Nothing stands there.");
}
