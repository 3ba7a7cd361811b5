using System.Text;

namespace ACip.Workflows.Documents;

/// <summary>Writes the parts of a Word or Excel file into its ZIP.</summary>
internal static class OfficePackage
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string Schemas = "http://schemas.openxmlformats.org/package/2006";

    private const int Buffer = 1 << 15;

    public static void AddXml(this StoredZip zip, string name, Action<MarkupText> write) =>
        zip.Add(
            name,
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), Buffer, leaveOpen: true);
                write(new MarkupText(writer).Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"));
            }
        );
}
