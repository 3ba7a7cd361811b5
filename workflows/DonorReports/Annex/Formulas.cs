namespace ACip.Workflows.DonorReports.Annex;

/// <summary>Detects text that a spreadsheet would interpret as a formula.</summary>
internal static class Formulas
{
    /// <returns>Whether its first sign, blanks aside, starts a formula somewhere: in Excel, LibreOffice or a Japanese locale.</returns>
    public static bool MayStartOne(string text)
    {
        string trimmed = text.TrimStart(' ', '\u00a0', '\u202f', '\u3000', '\'', '"');
        return (text.Length > 0 && text[0] is '\t' or '\r' or '\n')
            || (
                trimmed.Length > 0
                && trimmed[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20'
            );
    }
}
