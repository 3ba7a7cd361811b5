using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.AddedTemplates;

/// <summary>Adds templates to a running programme, and chooses the template for an agreement's reports.</summary>
public sealed class ReportTemplateService(RegisterService register, ProgrammeDirectory directory)
{
    /// <param name="asRead">The template that the officer has read, by its tag, or that there was none.</param>
    public Task<RegisterResult<ReportTemplate>> SaveAsync(
        ReportTemplate template,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) => register.SaveAsync(ProgrammeRows.Key(template.Name), template, asRead, by, Check, cancellation);

    /// <summary>Reports that are assembled from now on are made by it.</summary>
    public async Task<RegisterResult<GrantAgreement>> ChooseAsync(
        AgreementId agreement,
        DonorTemplate name,
        AsRead asRead,
        PersonId by,
        CancellationToken cancellation
    ) =>
        (await directory.ReadNowAsync(cancellation)).Agreements.GetValueOrDefault(agreement) is { } known
            ? await register.SaveAsync(known with { Schedule = known.Schedule with { Template = name } }, asRead, by, cancellation)
            : new RegisterResult<GrantAgreement>(
                null,
                null,
                [new RegisterProblem("id", "no-such-agreement", "There is no such agreement.")]
            );

    private static IReadOnlyList<RegisterProblem> Check(ReportTemplate template, ProgrammeRegister register)
    {
        if (ShippedTemplates.Find(template.Name) is not null)
        {
            return [ReportTemplateReader.Wrong("name", "A template that ships has this name, and is never changed: choose another.")];
        }

        // agreements that use it must still be able to
        string[] strangers =
        [
            .. register
                .Agreements.Values.Where(one => one.Schedule.Template == template.Name)
                .SelectMany(one => one.Schedule.Languages.Except(template.Languages).Select(language => $"{one.Id} ({language.Tag})")),
        ];
        return strangers.Length > 0
            ? [ReportTemplateReader.Wrong("languages", $"Agreements want their reports in others: {string.Join(", ", strangers)}.")]
            : ReportTemplateRules.In(template);
    }
}
