using System.Net.Http.Headers;

namespace SendGrid;

public class SendGridClientOptions : BaseClientOptions
{
    private string apiKey;

    /// <exception cref="ArgumentNullException">The key is null or blank.</exception>
    public string ApiKey
    {
        get => apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value));
            }

            apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }
}
