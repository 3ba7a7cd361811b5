namespace ACip.Workflows.Documents;

/// <summary>Writes a workbook to be filled in from its design. The same design gives the same bytes on every machine.</summary>
internal static class WorkbookWriter
{
    public static byte[] Write(WorkbookDesign design)
    {
        using var file = new MemoryStream();
        WorkbookPackage.Write(
            file,
            new WorkbookFrame(design.Sheets.Count + 1, xml => FormStyles.Write(xml, design.Language), IsLocked: true),
            workbook =>
            {
                foreach (SheetDesign sheet in design.Sheets)
                {
                    workbook.Sheet(sheet.Name, xml => FormSheet.Write(xml, design, sheet));
                }

                workbook.Sheet(WorkbookTicket.Sheet, xml => FormSheet.Write(xml, design.Ticket));
            }
        );
        return file.ToArray();
    }
}
