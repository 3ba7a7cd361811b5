using ACip.Local.Azurite;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>One house served by one process after another, each killed in the middle of something; or by one that is left alone.</summary>
internal sealed class ServedProgramme : IAsyncDisposable
{
    private readonly AzuriteProcess storage;
    private readonly bool isKilled;
    private readonly string folder = Directory.CreateTempSubdirectory("acip-served-").FullName;
    private readonly HashSet<string> mayComeTwice = [];
    private ServeProcess? process;

    private ServedProgramme(AzuriteProcess storage, bool isKilled) => (this.storage, this.isKilled) = (storage, isKilled);

    public int Kills { get; private set; }

    public static async Task<ServedProgramme> OpenAsync(bool isKilled)
    {
        var house = new ServedProgramme(await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true }), isKilled);
        house.process = await ServeProcess.StartAsync(house.storage.ConnectionString, house.folder);
        return house;
    }

    /// <summary>Waits until the mail is there.</summary>
    public async Task<SeenMail> MailAsync(string delivery)
    {
        for (int look = 0; look < 600; look++)
        {
            if (SeenMail.Of(folder).FirstOrDefault(mail => mail.Delivery == delivery) is { } mail)
            {
                return mail;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No mail {delivery} among {string.Join(", ", SeenMail.Of(folder).Select(mail => mail.Delivery))}");
    }

    /// <summary>Waits until somebody is asked who hears of it in a summary of the day.</summary>
    public async Task HeldAsync(string delivery)
    {
        for (int look = 0; look < 600; look++)
        {
            await foreach (
                TableEntity _ in new TableClient(storage.ConnectionString, ProgrammeTable.Name).QueryAsync<TableEntity>(
                    $"RowKey eq '{OutgoingMail.RowKey(delivery)}'"
                )
            )
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"Nobody was asked {delivery}.");
    }

    /// <summary>Answers a mail; once the application has taken the answer, and before anything follows from it, the process is
    /// killed.</summary>
    public async Task ReplyAsync(SeenMail mail, string text)
    {
        await process!.ReplyAsync(mail, text);
        await KillAsync();
    }

    /// <summary>Does something that can be done again, and kills the process meanwhile; then does it again.</summary>
    /// <param name="patience">Milliseconds until it is killed.</param>
    public async Task DoAsync(Func<ServeProcess, Task> deed, int patience)
    {
        if (isKilled)
        {
            Task cutOff = deed(process!);
            await Task.Delay(patience);
            await KillAsync();
            await Task.WhenAny(cutOff); // its answer never came, or came just before
        }

        await deed(process!);
    }

    public async Task<StoredState> EndAsync()
    {
        StoredState state = await StoredState.ReadAsync(storage.ConnectionString, SeenMail.Of(folder));
        Assert.Empty(state.SentTwice.Select(mail => mail.Delivery).Except(mayComeTwice));
        return state;
    }

    public async ValueTask DisposeAsync()
    {
        process?.Dispose();
        await storage.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task KillAsync()
    {
        if (!isKilled)
        {
            return;
        }

        await process!.KillAsync();
        process.Dispose();
        Kills++;
        mayComeTwice.UnionWith(await SendingWindow.ReadAsync(storage.ConnectionString, folder));
        process = await ServeProcess.StartAsync(storage.ConnectionString, folder);
    }
}
