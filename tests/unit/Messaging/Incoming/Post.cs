using System.Text;

namespace ACip.Tests.Unit.Messaging.Incoming;

/// <summary>A POST as Inbound Parse sends it.</summary>
internal static class Post
{
    public const string ContentType = "multipart/form-data; boundary=xYzZY";

    public static byte[] Of(params (string Name, byte[] Value)[] fields) =>
        Of([.. fields.Select(field => new PostField(field.Name, field.Value))]);

    public static byte[] Of(IReadOnlyList<PostField> fields)
    {
        var body = new MemoryStream();
        foreach (PostField field in fields)
        {
            Write($"--xYzZY\r\nContent-Disposition: form-data; name=\"{field.Name}\"");
            if (field.FileName is not null)
            {
                Write($"; filename=\"{field.FileName}\"\r\nContent-Type: {field.Type}");
            }

            Write("\r\n\r\n");
            body.Write(field.Value);
            Write("\r\n");
        }

        Write("--xYzZY--\r\n");
        return body.ToArray();

        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }
}

internal sealed record PostField(string Name, byte[] Value, string? FileName = null, string? Type = null);
