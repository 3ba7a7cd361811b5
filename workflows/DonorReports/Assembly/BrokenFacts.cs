using System.Text.Json;
using Azure;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Stored facts that cannot be read or contradict each other. A donor report is assembled without them and names them.</summary>
internal static class BrokenFacts
{
    /// <summary>False if storage does not answer, which is retried. A missing file counts as broken.</summary>
    public static bool Tells(Exception error) =>
        error
            is (
                    JsonException
                    or InvalidOperationException
                    or NullReferenceException
                    or KeyNotFoundException
                    or ArgumentException
                    or FormatException
                    or OverflowException
                    or RequestFailedException { Status: 404 }
                )
                and not ObjectDisposedException;

    /// <returns>What was read, or the other where that cannot be; then its name is in the list.</returns>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read, T otherwise, string name, List<string> broken)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (Tells(error))
        {
            broken.Add(name);
            return otherwise;
        }
    }
}
