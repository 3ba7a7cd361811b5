using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>Reads a snapshot object by object, because System.Text.Json has no synchronous stream reader. It knows only the canonical
/// form.</summary>
internal sealed class SnapshotReader(Stream input) : IDisposable
{
    private readonly byte[] window = new byte[1 << 16];
    private readonly MemoryStream current = new();
    private int filled;
    private int at;
    private bool anyPlan;

    public SnapshotHead ReadHead()
    {
        Expect("{\"head\":"u8);
        SnapshotHead head = ReadObject<SnapshotHead>();
        if (head.Schema != 1)
        {
            throw new JsonException($"Schema {head.Schema} is not known here.");
        }

        Expect(",\"plans\":["u8);
        return head;
    }

    public bool TryReadPlan([NotNullWhen(true)] out PlanExtract? plan)
    {
        plan = null;
        int next = Peek();
        if (next == ']')
        {
            Expect("]}"u8);
            return Peek() < 0 ? false : throw new JsonException("Something stands behind the end of the snapshot.");
        }

        if (anyPlan)
        {
            Expect(","u8);
        }

        anyPlan = true;
        plan = ReadObject<PlanExtract>();
        return true;
    }

    public void Dispose()
    {
        current.Dispose();
        input.Dispose();
    }

    private T ReadObject<T>()
    {
        current.SetLength(0);
        int depth = 0;
        bool inText = false;
        bool escaped = false;
        do
        {
            int read = Take();
            current.WriteByte((byte)read);
            if (inText)
            {
                inText = escaped || read != '"';
                escaped = !escaped && read == '\\';
            }
            else if (read == '"')
            {
                inText = true;
            }
            else if (read is '{' or '[')
            {
                depth++;
            }
            else if (read is '}' or ']')
            {
                depth--;
            }
        } while (depth > 0);

        return JsonSerializer.Deserialize<T>(current.GetBuffer().AsSpan(0, (int)current.Length), SnapshotJson.Options)
            ?? throw new JsonException("An object is null.");
    }

    private void Expect(ReadOnlySpan<byte> text)
    {
        foreach (byte expected in text)
        {
            if (Take() != expected)
            {
                throw new JsonException("Not a snapshot in canonical form.");
            }
        }
    }

    private int Take()
    {
        int next = Peek();
        at++;
        return next < 0 ? throw new JsonException("The snapshot ends early.") : next;
    }

    private int Peek()
    {
        if (at == filled)
        {
            filled = input.Read(window);
            at = 0;
        }

        return filled == 0 ? -1 : window[at];
    }
}
