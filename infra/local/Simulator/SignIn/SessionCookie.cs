using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FunctionsSimulator.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsSimulator.SignIn;

/// <summary>Remembers in the browser who signed in: the person's id and an HMAC over it.</summary>
internal sealed class SessionCookie(DataFolder folder)
{
    private const string Name = "AppServiceAuthSession";
    private readonly byte[] key = folder.Derive("sign-in session");

    public void Write(HttpContext context, string personId)
    {
        byte[] id = Encoding.UTF8.GetBytes(personId);
        context.Response.Cookies.Append(
            Name,
            $"{Base64Url.EncodeToString(id)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, id))}",
            Options()
        );
    }

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    /// <returns>Null where there is none, or one that we did not write.</returns>
    public string? Read(HttpRequest request)
    {
        if (request.Cookies[Name]?.Split('.') is not [var id, var seal] || !Base64Url.IsValid(id) || !Base64Url.IsValid(seal))
        {
            return null;
        }

        byte[] person = Base64Url.DecodeFromChars(id);
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, person), Base64Url.DecodeFromChars(seal))
            ? Encoding.UTF8.GetString(person)
            : null;
    }

    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        };
}
