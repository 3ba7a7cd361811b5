namespace ACip.Local.Mail.Sending.Rules;

internal sealed class SendAtIsNear : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        long latest = now.AddHours(72).ToUnixTimeSeconds();
        return request
            .Personalizations.Select((envelope, index) => ($"personalizations.{index}.send_at", envelope.SendAt))
            .Prepend(("send_at", request.SendAt))
            .Where(at => at.SendAt > latest)
            .Select(at => SendError.About(at.Item1, "send_at", "Scheduling more than 72 hours in advance is forbidden."));
    }
}
