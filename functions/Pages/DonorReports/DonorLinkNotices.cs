using ACip.Functions.Pages.HumanTasks;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>What a donor's reader sees if a link opens nothing, and what to do.</summary>
internal static class DonorLinkNotices
{
    public static LinkNotice Expired { get; } = new(Texts.LinkHasExpired, Texts.SecretariatSendsNewLink);

    public static LinkNotice Nowhere { get; } = new(Texts.LinkLeadsNowhere, Texts.LinkMayHaveBeenCut, Texts.OpenLatestMailAboutReport);
}
