using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Tests.Scenarios.Mail.Robustness;

/// <summary>A mail service of the test's own: posts any bytes as Inbound Parse would, with a signature that the application takes.</summary>
internal sealed class SignedPosts(ECDsa key) : IDisposable
{
    public const string ContentType = "multipart/form-data; boundary=xYzZY";

    public SignedPosts()
        : this(ECDsa.Create(ECCurve.NamedCurves.nistP256))
    {
    }

    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public async Task<HttpStatusCode> PostAsync(HttpClient http, string path, byte[] body, string contentType = ContentType)
    {
        const string Timestamp = "1791777605";
        byte[] signed;
        lock (key)
        {
            signed = key.SignData([.. Encoding.ASCII.GetBytes(Timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TryAddWithoutValidation(WebhookSignature.SignatureHeader, Convert.ToBase64String(signed));
        request.Headers.TryAddWithoutValidation(WebhookSignature.TimestampHeader, Timestamp);
        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>What the POST is kept under.</summary>
    public static string KeyOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body))[..40];

    public static byte[] Form(params IEnumerable<(string Name, byte[] Value)> fields)
    {
        var body = new MemoryStream();
        foreach ((string name, byte[] value) in fields)
        {
            Write($"--xYzZY\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.Write(value);
            Write("\r\n");
        }

        Write("--xYzZY--\r\n");
        return body.ToArray();

        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A reply as people send one.</summary>
    /// <param name="received">When the mail service says that it came in; null: it does not say.</param>
    public static byte[] Reply(string from, string to, string text, int number, DateTimeOffset? received, params IEnumerable<(string Name, string Value)> instead)
    {
        string domain = from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..];
        string line = received is { } at ? $"Received: by mx.example with SMTP id 1; {at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}\n" : "";
        var fields = new Dictionary<string, string>
        {
            ["headers"] = $"{line}From: {from}\nTo: {to}\nSubject: Re: figures\nMessage-ID: <{number}@{domain}>\n",
            ["from"] = from,
            ["to"] = to,
            ["subject"] = "Re: figures",
            ["text"] = text,
            ["envelope"] = System.Text.Json.JsonSerializer.Serialize(new { to = new[] { to }, from }),
            ["charsets"] = """{"text":"UTF-8","subject":"UTF-8","from":"UTF-8"}""",
            ["SPF"] = "pass",
            ["dkim"] = $"{{@{domain} : pass}}",
        };
        foreach ((string name, string value) in instead)
        {
            fields[name] = value;
        }

        return Form(fields.Select(field => (field.Key, Encoding.UTF8.GetBytes(field.Value))));
    }

    public void Dispose() => key.Dispose();
}
