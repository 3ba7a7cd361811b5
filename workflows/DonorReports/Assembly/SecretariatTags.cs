using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Tags of what one form changes among the Secretariat's texts for a report, so that two people who write different texts do not
/// hinder each other. Null where nothing stands.</summary>
public static class SecretariatTags
{
    public static string? OfText(IReadOnlyList<Narrative> texts, NarrativePart section, Language language) =>
        texts.LastOrDefault(one => one.Section == section && one.Language == language) is { } one ? ContentTag.Of(one.Text) : null;

    public static string? OfRatings(IReadOnlyList<OutcomeRating> ratings) => ratings.Count == 0 ? null : ContentTag.Of(ratings);

    public static string? OfChoice(IReadOnlyList<string> preferred) => preferred.Count == 0 ? null : ContentTag.Of(preferred);
}
