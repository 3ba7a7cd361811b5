using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Recommendations;

/// <summary>Tells the owner of a recommendation what officers do with it, and the officers what its owner says.</summary>
public sealed class RecommendationMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <param name="open">The question that closing ends; null for none.</param>
    internal async Task<MailsOfStream?> TellClosedAsync(
        UnitOfWork unit,
        Recommendation one,
        Closing closing,
        HumanTaskRecord? open,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(one.Administration, cancellation);
        var closed = new RecommendationClosed(register.NamesOf(one.Administration), one.Id, Placeholders.NameOf(closing.By), closing.Why);
        IEnumerable<PersonId> owners = (
            one.OfSecretariat ? register.Holding(Role.ProgrammeOfficer, Today) : register.Answering(one.Administration, Today)
        )
            .Union(open?.People ?? [])
            .Union(one.Answer is { } answer ? [answer.By] : [])
            .Where(person => person != closing.By);
        return await WriteAsync(unit, closed, owners, $"{one.Ref.Stream}-closed", cancellation);
    }

    internal async Task<MailsOfStream?> TellRejectedAsync(
        UnitOfWork unit,
        Recommendation one,
        OwnersFile file,
        PersonId by,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(one.Administration, cancellation);
        var rejected = new ProofRejected(register.NamesOf(one.Administration), one.Id, file.Name);
        PersonId[] sender = one.Closed is null && file.By != by ? [file.By] : [];
        return await WriteAsync(unit, rejected, sender, $"{one.Ref.Stream}-rejected-{file.Sha256[..16]}", cancellation);
    }

    /// <summary>Nobody else sees what an owner says, and nobody is asked to close what is done.</summary>
    internal async Task TellAnsweredAsync(UnitOfWork unit, Recommendation one, OwnersAnswer answer, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(one.Administration, cancellation);
        var answered = new RecommendationAnswered(
            register.NamesOf(one.Administration),
            one.Id,
            answer.Done,
            Placeholders.NameOf(answer.By),
            answer.Words,
            writer.Page($"plans/{one.Plan}")
        );
        string key = string.Create(CultureInfo.InvariantCulture, $"{one.Ref.Stream}-answered-{answer.At:yyyyMMddHHmmssfff}");
        IEnumerable<PersonId> officers = register.Holding(Role.ProgrammeOfficer, Today).Where(person => person != answer.By);
        await WriteAsync(unit, answered, officers, key, cancellation);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        Notice notice,
        IEnumerable<PersonId> people,
        string key,
        CancellationToken cancellation
    )
    {
        var keys = new List<string>();
        foreach (PersonId person in people)
        {
            var mail = new NewMail(notice, person, $"{key}-{person}");
            keys.AddRange(await writer.WriteAsync(unit, mail, cancellation) is { } written ? [written] : []);
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }
}
