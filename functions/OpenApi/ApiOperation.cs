using ACip.Functions.Pages.Lists;
using ACip.Workflows.HumanTasks;

namespace ACip.Functions.OpenApi;

/// <summary>One line of the API's table.</summary>
/// <param name="Path">With parameters in braces, without their constraints.</param>
/// <param name="Answer">Shape of the body of a 200; null where there is none.</param>
/// <param name="Body">Shape of what is sent; null where nothing is.</param>
internal sealed record ApiOperation(
    string Method,
    string Path,
    string Id,
    string Summary,
    ApiCaller Caller,
    Type? Answer = null,
    Type? Body = null,
    bool Paged = false,
    bool Tagged = true
)
{
    /// <summary>The columns of the corresponding list page; null if there is none and the list is not filtered.</summary>
    public IReadOnlyList<ListColumn>? Columns { get; init; }

    /// <summary>Whether the operation takes If-Match: a decision may, a replacement must.</summary>
    public ApiSeen Seen { get; init; } = Body == typeof(Decision) ? ApiSeen.MaySay : ApiSeen.No;
}

internal enum ApiSeen
{
    No,
    MaySay,
    MustSay,
}

/// <summary>Who can call it.</summary>
internal enum ApiCaller
{
    Anybody,
    SignedIn,
    FunctionKey,
    MasterKey,
    MailService,
}
