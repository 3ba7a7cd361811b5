namespace ACip.Local.Mail.Sending.Rules;

internal sealed class CategoriesAreUnique : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        if (request.Categories is { } categories && categories.Distinct(StringComparer.Ordinal).Count() < categories.Count)
        {
            yield return SendError.About("categories", "categories", "The categories array must be unique.");
        }
    }
}
