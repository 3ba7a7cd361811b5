namespace ACip.Functions.Authorization;

/// <summary>Whether the platform signs people in. Only App Service may say so, by WEBSITE_AUTH_ENABLED.</summary>
public sealed class SignInOptions
{
    public bool Enabled { get; set; }
}
