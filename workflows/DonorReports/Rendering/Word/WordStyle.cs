namespace ACip.Workflows.DonorReports.Rendering.Word;

internal static class WordStyle
{
    public static string Sheet(string language) =>
        $"<w:styles xmlns:w=\"{WordBody.Main}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
        + $"<w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        + Paragraph("Title", "Title", "<w:spacing w:before=\"0\" w:after=\"60\"/>", "<w:b/><w:color w:val=\"0B5394\"/><w:sz w:val=\"40\"/>")
        + Paragraph("Subtitle", "Subtitle", "<w:spacing w:after=\"160\"/>", "<w:color w:val=\"51606E\"/><w:sz w:val=\"23\"/>")
        + Paragraph(
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:spacing w:before=\"260\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:color w:val=\"0B5394\"/><w:sz w:val=\"28\"/>"
        )
        + Paragraph(
            "Heading2",
            "heading 2",
            "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>",
            "<w:b/><w:sz w:val=\"23\"/>"
        )
        + Paragraph("TOCHeading", "TOC Heading", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"23\"/>")
        + Paragraph("TOC1", "toc 1", "<w:spacing w:after=\"0\" w:line=\"230\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"19\"/>")
        + Paragraph("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"100\" w:after=\"50\"/>", "<w:b/><w:sz w:val=\"19\"/>")
        + Paragraph(
            "Quote",
            "Quote",
            "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"C5CED6\"/></w:pBdr><w:spacing w:after=\"80\"/><w:ind w:left=\"284\"/>",
            ""
        )
        + Paragraph(
            "Cell",
            "Table Cell",
            "<w:spacing w:before=\"10\" w:after=\"10\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"
        )
        + Paragraph("Note", "Note", "<w:spacing w:after=\"40\"/>", "<w:sz w:val=\"18\"/>")
        + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        + "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
        + Border("top")
        + Border("left")
        + Border("bottom")
        + Border("right")
        + Border("insideH")
        + Border("insideV")
        + "</w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF3F8\"/></w:tcPr></w:tblStylePr></w:style></w:styles>";

    private static string Paragraph(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>"
        + (run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")
        + "</w:style>";

    private static string Border(string side) => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C5CED6\"/>";
}
