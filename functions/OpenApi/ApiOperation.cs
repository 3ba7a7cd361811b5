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
    /// <summary>Of the pages' list of the same; null where it is none of theirs, and is not filtered.</summary>
    public IReadOnlyList<ListColumn>? Columns { get; init; }

    /// <summary>Whether it is done to what was read, as If-Match says: a decision may say so, a replacement must.</summary>
    public ApiSeen Seen { get; init; } = Body == typeof(Decision) ? ApiSeen.MaySay : ApiSeen.No;
}

internal enum ApiSeen
{
    No,
    MaySay,
    MustSay,
}

/// <summary>Who may call.</summary>
internal enum ApiCaller
{
    Anybody,
    SignedIn,
    FunctionKey,
    MasterKey,
    MailService,
}
