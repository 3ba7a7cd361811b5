using System.Security.Cryptography;
using FunctionsSimulator;

namespace ACip.Local.Cli.Platform;

/// <summary>A P-256 key pair that follows from the platform's secret, so that it is the same after a restart, and in every run with one
/// seed.</summary>
internal sealed record SigningKey(string PrivatePem, string PublicKey)
{
    public static SigningKey Derive(PlatformContext platform, string purpose)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using ECDsa key = ECDsa.Create(
                    new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = platform.Derive($"{purpose} {attempt}") }
                );
                return new SigningKey(key.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
            }
            catch (CryptographicException) when (attempt < 8)
            {
                // one number in four thousand million is no private key on this curve
            }
        }
    }
}
