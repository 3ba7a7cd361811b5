namespace ACip.Functions.Authorization;

/// <summary>Whether the platform signs people in. App Service says so by WEBSITE_AUTH_ENABLED; nobody else may.</summary>
public sealed class SignInOptions
{
    public bool Enabled { get; set; }
}
