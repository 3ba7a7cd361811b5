using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Answers on their way into a blob, as lines of equal length: the stratum's place and one digit per question. Their order of
/// arrival is destroyed before they are written.</summary>
/// <param name="questions">How many digits a line has.</param>
internal sealed class AnswerBatch(int questions)
{
    private const int Places = 3;

    private readonly int width = Places + 1 + questions + 1;
    private byte[] lines = new byte[64 * (Places + 2 + questions)];

    public int Count { get; private set; }

    /// <param name="answers">1 to 5, or 0 for none.</param>
    public void Add(int stratum, ReadOnlySpan<byte> answers)
    {
        if ((Count + 1) * width > lines.Length)
        {
            Array.Resize(ref lines, lines.Length * 2);
        }

        Span<byte> line = lines.AsSpan(Count++ * width, width);
        (line[0], line[1], line[2], line[3]) = (
            (byte)('0' + (stratum / 100)),
            (byte)('0' + (stratum / 10 % 10)),
            (byte)('0' + (stratum % 10)),
            (byte)' '
        );
        for (int at = 0; at < answers.Length; at++)
        {
            line[Places + 1 + at] = (byte)('0' + answers[at]);
        }

        line[^1] = (byte)'\n';
    }

    /// <summary>Adds what an earlier batch holds.</summary>
    public void Add(ReadOnlySpan<byte> batch)
    {
        Span<byte> answers = stackalloc byte[questions];
        for (; batch.Length >= width; batch = batch[width..])
        {
            _ = Utf8Parser.TryParse(batch[..Places], out int stratum, out _);
            for (int at = 0; at < questions; at++)
            {
                answers[at] = (byte)(batch[Places + 1 + at] - '0');
            }

            Add(stratum, answers);
        }
    }

    /// <returns>All lines, in an order that nobody can foresee or trace.</returns>
    /// <remarks>Durstenfeld's shuffle with random numbers of the operating system, drawn all at once. Scaling 32 bits to a range prefers
    /// none by more than one in ten thousand.</remarks>
    public ReadOnlyMemory<byte> Shuffled()
    {
        byte[] chance = RandomNumberGenerator.GetBytes(Count * sizeof(uint));
        Span<byte> other = stackalloc byte[width];
        for (int at = Count - 1; at > 0; at--)
        {
            int with = (int)(((ulong)BinaryPrimitives.ReadUInt32LittleEndian(chance.AsSpan(at * sizeof(uint))) * (ulong)(at + 1)) >> 32);
            Span<byte> one = lines.AsSpan(at * width, width),
                two = lines.AsSpan(with * width, width);
            one.CopyTo(other);
            two.CopyTo(one);
            other.CopyTo(two);
        }

        return lines.AsMemory(0, Count * width);
    }
}
