using ACip.Local.Host;
using ACip.Local.Mail;
using ACip.Workflows.Programme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ACip.Local.Cli.Simulation;

/// <remarks>
/// The cast forgets nothing that matters when the process is killed: what each person does follows from the mail and the seed, and doing it
/// twice changes nothing. A resumed run therefore reads every mail again.
/// </remarks>
/// <summary>Moves the clock day by day; each day everybody reads what has come and does what is due, in an order that depends on the seed alone.</summary>
internal sealed class SimulatedYears(IHost host, SimulationPlan run)
{
    private readonly LocalPlatform platform = LocalPlatform.Of(host);
    private readonly PriorityQueue<Deed, (DateTimeOffset, string)> deeds = new();
    private long read;

    /// <summary>Texts that coordinators sent and the programme took as an answer, by file name.</summary>
    public SortedDictionary<string, string> Replies { get; } = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    public int MailsRead { get; private set; }

    public async Task PlayAsync()
    {
        var cast = new Cast(run.Seed);
        await SampleLoading.LoadAsync(platform, run.Administrations, SimulationPlan.Start);
        await platform.Busy.QuietAsync();
        ProgrammeRegister register = await host.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        using var secretariat = new Secretariat(platform, cast, register);
        var coordinators = new Coordinators(platform, cast, register, Replies);
        using var progress = new Progress("simulating", run.Begins, run.Ends);
        DateTimeOffset now = platform.Clock.GetUtcNow();
        for (DateTimeOffset day = run.Begins; day <= run.Ends; day = day.AddDays(1))
        {
            if (day.AddDays(1) <= now)
            {
                continue; // lived through before the run was broken off
            }

            await platform.AdvanceToAsync(day);
            do
            {
                foreach (LocalMessage mail in platform.Mail.List(after: read).OrderBy(m => m.Recipient.Email, StringComparer.Ordinal).ThenBy(m => m.MessageId, StringComparer.Ordinal).ToArray())
                {
                    read = Math.Max(read, mail.Number);
                    MailsRead++;
                    foreach (Deed deed in coordinators.Read(mail, DayOf(mail)).Concat(secretariat.Read(mail, DayOf(mail))))
                    {
                        deeds.Enqueue(deed, (deed.At, deed.Name));
                    }
                }

                while (deeds.TryPeek(out _, out var when) && when.Item1 <= day)
                {
                    Deed deed = deeds.Dequeue();
                    if (await deed.DoAsync() is { } problem)
                    {
                        Problems.Add($"{day:yyyy-MM-dd} {deed.Name}: {problem}");
                    }

                    await platform.Busy.QuietAsync();
                }
            }
            while (platform.Mail.Newest > read);

            progress.At(day);
        }
    }

    /// <summary>The morning on which it is read.</summary>
    private DateTimeOffset DayOf(LocalMessage mail) => run.Begins.AddDays(Math.Ceiling((mail.AcceptedAt - run.Begins).TotalDays));
}

/// <summary>Something that somebody will do.</summary>
/// <param name="DoAsync">Returns what went wrong, or null.</param>
internal sealed record Deed(DateTimeOffset At, string Name, Func<Task<string?>> DoAsync);
