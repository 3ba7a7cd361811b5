using ACip.Workflows.Messaging.Mime;
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

    /// <summary>All that were chosen in one field.</summary>
    public static async Task<IReadOnlyList<ReceivedFile>> ReadAllAsync(IFormCollection form, string name, CancellationToken cancellation)
    {
        var files = new List<ReceivedFile>();
        foreach (IFormFile file in form.Files.GetFiles(name).Where(one => one.FileName.Length > 0))
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            files.Add(new ReceivedFile(file.FileName, file.ContentType, content.ToArray()));
        }

        return files;
    }
}
