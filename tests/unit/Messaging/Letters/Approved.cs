using System.Runtime.CompilerServices;
using System.Text;

namespace ACip.Tests.Unit.Messaging.Letters;

/// <summary>Files that a person has read and approved. What differs is written beside as *.received.* for the eye to compare, and
/// fails.</summary>
internal static class Approved
{
    public static void Check(string name, string extension, string received)
    {
        string folder = Path.Combine(Repository(), "tests", "approved", "mail");
        string approvedFile = Path.Combine(folder, $"{name}.{extension}");
        string receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        string? approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : null;
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedFile, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail(
            $"{name}.{extension} is not what was approved. Compare {receivedFile}, and if it is right rename it to {name}.{extension}."
        );
    }

    public static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
