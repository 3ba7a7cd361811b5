namespace ACip.Local.Mail.Sending.Rules;

/// <summary>One thing that SendGrid refuses for another reason than shape.</summary>
internal interface ISendRule
{
    IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now);
}
