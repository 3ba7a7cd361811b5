using System.Security.Cryptography;
using ACip.Local.Host.Storage;

namespace ACip.Local.Host.Mail;

/// <summary>A P-256 key pair that follows from the data folder's secret, so that it is the same after a restart, and in every run with one seed.</summary>
internal sealed record SigningKey(string PrivatePem, string PublicKey)
{
    public static SigningKey Derive(DataFolder folder, string purpose)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using ECDsa key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = folder.Derive($"{purpose} {attempt}") });
                return new SigningKey(key.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
            }
            catch (CryptographicException) when (attempt < 8)
            {
                // one number in four thousand million is no private key on this curve
            }
        }
    }
}
