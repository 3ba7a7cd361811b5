using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Workflows.Dossiers;

/// <summary>Everything stored about one matter, for an auditor without an account: a ZIP with facts, audit trail, replies and files, their
/// hashes, and what was left out and why.</summary>
/// <remarks>It contains no names or addresses. Ids say who did what, as in the chain.</remarks>
public sealed class DossierService(ProgrammeTable table, DossierReplies replies, DossierFiles files, TimeProvider clock)
{
    /// <param name="output">Takes the ZIP; is not closed.</param>
    public async Task WriteAsync(DossierMatter matter, PersonId by, Language language, Stream output, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        using var archive = new DossierArchive(output, now);
        foreach (DossierStream part in matter.Streams)
        {
            IReadOnlyList<TableEntity> rows = await table.EverythingAsync(part.Stream, cancellation);
            var stream = new StreamRows(part.Stream, rows);
            DossierTrail.Add(archive, part, stream, language);
            IReadOnlyList<string> facts = DossierFacts.Add(archive, part, rows, language);
            await replies.AddAsync(archive, part, stream, language, cancellation);
            await files.AddAsync(archive, part, stream, facts, language, cancellation);
        }

        archive.Add("README.txt", ReadMe(matter, archive.LeftOut, language));
        archive.End(new DossierManifest("acip-dossier", 1, matter.Name, matter.Title, now, by, [], []));
    }

    private static string ReadMe(DossierMatter matter, IReadOnlyList<DossierOmission> leftOut, Language language) =>
        string.Join(
            "\n",
            [
                matter.Title,
                "",
                Texts.WhatIsInIt.In(language),
                "",
                .. leftOut.Count == 0 ? [Texts.NothingLeftOut.In(language)] : new[] { Texts.LeftOutHeading.In(language) },
                .. leftOut.Select(one => string.Create(CultureInfo.InvariantCulture, $"- {one.What} ({one.Count}): {one.Why}")),
                "",
            ]
        );
}
