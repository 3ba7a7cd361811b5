namespace ACip.Local.Mail.Sending.Rules;

internal sealed class BypassesStandAlone : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        if (
            request.MailSettings is { BypassList.Enable: true } settings
            && (settings.BypassSpam?.Enable == true || settings.BypassBounce?.Enable == true || settings.BypassUnsubscribe?.Enable == true)
        )
        {
            yield return SendError.About(
                "mail_settings.bypass_list_management",
                "mail_settings",
                "bypass_list_management cannot be combined with any other bypass filter."
            );
        }
    }
}
