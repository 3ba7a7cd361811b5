using ACip.Functions.Authorization;
using ACip.Workflows.Obligations;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A file that was kept as a proof: handed out as it came, and never opened.</summary>
internal static class FiledProof
{
    /// <param name="find">Null from it: there is none.</param>
    public static async Task<IResult> HandOutAsync(
        PageFrame frame,
        HttpRequest request,
        Right right,
        FiledDocuments files,
        Func<Task<FiledDocument?>> find,
        CancellationToken cancellation
    )
    {
        PageContext page = await frame.OpenAsync(request, cancellation);
        return PageFrame.RefuseUnless(right, page)
            ?? (
                await find() is { } file && await files.ReadAsync(file.Sha256, cancellation) is { } bytes
                    ? Results.File(bytes, "application/octet-stream", file.Name)
                    : PageFrame.Refuse(page, StatusCodes.Status404NotFound)
            );
    }
}
