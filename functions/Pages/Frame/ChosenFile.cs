using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>A file that came with a form.</summary>
internal static class ChosenFile
{
    /// <returns>Null where none was chosen.</returns>
    public static async Task<(string Name, byte[] Bytes)?> ReadAsync(IFormCollection form, string name, CancellationToken cancellation)
    {
        if (form.Files.GetFile(name) is not { Length: > 0 } file)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return (file.FileName, content.ToArray());
    }
}
