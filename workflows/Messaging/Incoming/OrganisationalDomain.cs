namespace ACip.Workflows.Messaging.Incoming;

/// <summary>The domain that one organisation is responsible for: <c>customs.gov.gh</c> for <c>mail.customs.gov.gh</c>.</summary>
/// <remarks>DMARC (RFC 7489, 3.2) uses the public suffix list. That file cannot be kept current here, so it is approximated: under a
/// country code, second levels below which registries give out names count as suffixes. Where this is wrong, it errs on the strict side
/// for government names: two ministries under one gov suffix never count as one organisation. Names shared by many strangers (hosting and
/// mail platforms) are suffixes too.</remarks>
internal static class OrganisationalDomain
{
    // csharpier-ignore
    private static readonly HashSet<string> SecondLevels = new(StringComparer.Ordinal)
    {
        "ac", "adm", "admin", "asso", "biz", "co", "com", "ed", "edu", "fin", "firm", "go", "gob", "gouv", "gov", "govt", "gub", "gv", "id",
        "info", "int", "ltd", "me", "mi", "mil", "muni", "name", "ne", "net", "nic", "nom", "ong", "or", "org", "parliament", "plc",
        "presse", "pro", "sch", "school", "tm", "web",
    };

    private static readonly HashSet<string> SharedPlatforms = new(StringComparer.Ordinal)
    {
        "onmicrosoft.com",
        "sharepoint.com",
        "appspot.com",
        "gappssmtp.com",
        "sendgrid.net",
        "amazonses.com",
        "mailgun.org",
        "azurewebsites.net",
        "cloudapp.net",
        "github.io",
        "herokuapp.com",
        "wixsite.com",
        "blogspot.com",
        "zohomail.com",
    };

    /// <returns>Lower case; null where the name is itself a suffix or no domain at all: such a name proves nothing for anybody.</returns>
    public static string? Of(string domain)
    {
        string name = domain.Trim().TrimEnd('.').ToLowerInvariant();
        if (!IsWellFormed(name))
        {
            return null;
        }

        string[] labels = name.Split('.');
        int suffix = SuffixLabels(labels);
        return labels.Length > suffix ? string.Join('.', labels[^(suffix + 1)..]) : null;
    }

    public static bool Same(string one, string other) => Of(one) is { } first && first == Of(other);

    /// <summary>Labels of letters, digits and hyphens, joined by points. Letters of any script are allowed, because some domains use their
    /// own.</summary>
    /// <param name="name">Lower case.</param>
    public static bool IsWellFormed(string name)
    {
        if (name.Length is 0 or > 253)
        {
            return false;
        }

        foreach (string label in name.Split('.'))
        {
            bool sound =
                label.Length is > 0 and <= 63
                && label[0] != '-'
                && label[^1] != '-'
                && label.All(c =>
                    char.IsAsciiLetterOrDigit(c)
                    || c is '-'
                    || (
                        c > '\u007F'
                        && (
                            char.IsLetterOrDigit(c)
                            || char.GetUnicodeCategory(c)
                                is System.Globalization.UnicodeCategory.NonSpacingMark
                                    or System.Globalization.UnicodeCategory.SpacingCombiningMark
                        )
                    )
                );
            if (!sound)
            {
                return false;
            }
        }

        return true;
    }

    private static int SuffixLabels(string[] labels)
    {
        if (labels.Length >= 2 && SharedPlatforms.Contains($"{labels[^2]}.{labels[^1]}"))
        {
            return 2;
        }

        // com.gh, gob.mx, gouv.ml, gov.np: a known second level under a country's two letters
        return labels.Length >= 2 && labels[^1].Length == 2 && SecondLevels.Contains(labels[^2]) ? 2 : 1;
    }
}
