using System.Text;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>An officer's translation, into a report's language, of text written in another. It belongs to the words and not to their
/// place: the same sentence is translated once.</summary>
/// <param name="Of">See <see cref="KeyOf"/>.</param>
public sealed record Translation(string Of, Language Language, string Text)
{
    /// <returns>The SHA-256 of the original, its outer blanks aside.</returns>
    public static string KeyOf(string original) => SnapshotDocument.Sha256(Encoding.UTF8.GetBytes(original.Trim()));
}

/// <summary>Words that stand in a report of another language without a translation.</summary>
public sealed record Untranslated(string Text, Language Written, Language Wanted);
