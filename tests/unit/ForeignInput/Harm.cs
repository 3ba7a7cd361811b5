using System.Text;
using CsCheck;

namespace ACip.Tests.Unit.ForeignInput;

/// <summary>What happens to bytes on their way, and what somebody does to them who wants to break a reader.</summary>
internal static class Harm
{
    private const int Largest = 256 << 10;

    private static readonly string[] Anywhere =
    [
        "\0",
        "\r\n",
        "\n\n",
        "\r",
        "\uFEFF",
        "\u202E",
        "\u0661",
        "\u00A0",
        "-1",
        "1e400",
        "99999999999999999999",
        "0000-00-00",
        "2026-02-30",
        "NaN",
        "\"",
        "'",
        "\\",
        "\\u0000",
        "%s",
        "../../",
        "<!--",
        "]]>",
        "{{{",
        "[[[[",
        "true",
        "null",
    ];

    private static readonly byte[][] Bytes =
    [
        [0xC3],
        [0xED, 0xA0, 0x80],
        [0xFF, 0xFE],
        [0xF4, 0x90, 0x80, 0x80],
        [0x1B],
        [0x7F],
    ];

    /// <summary>One of the examples after one to eight harms.</summary>
    public static Gen<byte[]> Of(ForeignReader reader)
    {
        byte[][] pieces = [.. reader.Words.Concat(Anywhere).Select(Encoding.UTF8.GetBytes), .. Bytes];
        Gen<Func<byte[], byte[]>> one = Gen.OneOf(
            Gen.Select(Gen.Double.Unit, Gen.Byte, (at, by) => (Func<byte[], byte[]>)(bytes => Changed(bytes, at, by))),
            Gen.Select(Gen.Double.Unit, Gen.Int[0, pieces.Length - 1], (at, piece) => Inserted(at, pieces[piece])),
            Gen.Select(
                Gen.Double.Unit,
                Gen.Int[0, pieces.Length - 1],
                Gen.Int[2, 2_000],
                (at, piece, times) => Inserted(at, Many(pieces[piece], times))
            ),
            Gen.Select(Gen.Double.Unit, Gen.Int[1, 40], (at, length) => Without(at, length)),
            Gen.Select(Gen.Double.Unit, at => (Func<byte[], byte[]>)(bytes => bytes[..Place(bytes, at)])),
            Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[1, 400], (from, to, length) => Copied(from, to, length)),
            Gen.Select(Gen.Double.Unit, Gen.Byte.Array[1, 40], Inserted),
            Gen.Select(
                Gen.Double.Unit,
                Gen.Double.Unit,
                Gen.Int[0, reader.Examples.Count - 1],
                (at, from, other) => Spliced(at, from, reader.Examples[other])
            )
        );
        return Gen.Select(
            Gen.Int[0, reader.Examples.Count - 1],
            one.Array[1, 8],
            (example, harms) =>
                harms.Aggregate(reader.Examples[example], (bytes, harm) => harm(bytes) is { Length: <= Largest } fit ? fit : bytes)
        );
    }

    private static int Place(byte[] bytes, double at) => (int)(at * bytes.Length);

    private static byte[] Changed(byte[] bytes, double at, byte by)
    {
        if (bytes.Length == 0)
        {
            return [by];
        }

        byte[] changed = [.. bytes];
        changed[Place(bytes, at)] = by;
        return changed;
    }

    private static Func<byte[], byte[]> Inserted(double at, byte[] piece) =>
        bytes => [.. bytes.AsSpan(0, Place(bytes, at)), .. piece, .. bytes.AsSpan(Place(bytes, at))];

    private static byte[] Many(byte[] piece, int times) => [.. Enumerable.Repeat(piece, times).SelectMany(one => one)];

    private static Func<byte[], byte[]> Without(double at, int length) =>
        bytes => [.. bytes.AsSpan(0, Place(bytes, at)), .. bytes.AsSpan(Math.Min(bytes.Length, Place(bytes, at) + length))];

    private static Func<byte[], byte[]> Copied(double from, double to, int length) =>
        bytes =>
        {
            int start = Place(bytes, from);
            return Inserted(to, bytes[start..Math.Min(bytes.Length, start + length)])(bytes);
        };

    private static Func<byte[], byte[]> Spliced(double at, double from, byte[] other) =>
        bytes => [.. bytes.AsSpan(0, Place(bytes, at)), .. other.AsSpan(Place(other, from))];
}
