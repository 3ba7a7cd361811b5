using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme.ReportTemplates;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Programme;

/// <summary>Row kinds of the programme's own stream: one row per administration, donor, agreement and person, and a mark for sample
/// data.</summary>
public static class ProgrammeRows
{
    public const string Sample = "sample";

    private const string AdministrationPrefix = "administration|";
    private const string DonorPrefix = "donor|";
    private const string AgreementPrefix = "agreement|";
    private const string PlanPrefix = "plan|";
    private const string TemplatePrefix = "report-template|";

    public const string PersonPrefix = "person|";

    public const string AllocationPrefix = "allocation|";

    public static string AllocationKey(AgreementId agreement, string id) => $"{AllocationPrefix}{agreement}|{id}";

    public static string Key(AdministrationId id) => AdministrationPrefix + id;

    public static string Key(DonorId id) => DonorPrefix + id;

    public static string Key(AgreementId id) => AgreementPrefix + id;

    public static string Key(PersonId id) => PersonPrefix + id;

    public static string Key(PlanId id) => PlanPrefix + id;

    public static string Key(DonorTemplate name) => TemplatePrefix + name;

    /// <summary>Which of the rows exist. Few enough to be read as a whole, as <see cref="ReadAsync"/> does too.</summary>
    public static async Task<IReadOnlySet<string>> KeysAsync(ProgrammeTable table, CancellationToken cancellation)
    {
        ProgrammeRegister register = await ReadAsync(table, cancellation);
        return new HashSet<string>(
            [
                .. register.Fictional ? [Sample] : Array.Empty<string>(),
                .. register.Administrations.Keys.Select(Key),
                .. register.Donors.Keys.Select(Key),
                .. register.Agreements.Keys.Select(Key),
                .. register.People.Keys.Select(Key),
                .. register.Plans.Keys.Select(Key),
                .. register.Templates.Keys.Select(Key),
            ],
            StringComparer.Ordinal
        );
    }

    public static async Task<ProgrammeRegister> ReadAsync(ProgrammeTable table, CancellationToken cancellation)
    {
        bool fictional = await table.FindAsync<SampleMark>(StreamId.Programme, Sample, cancellation) is not null;
        var unreadable = new List<string>();
        return new ProgrammeRegister(
            fictional,
            await ByIdAsync<Administration, AdministrationId>(AdministrationPrefix, a => a.Id),
            await ByIdAsync<Donor, DonorId>(DonorPrefix, d => d.Id),
            await ByIdAsync<GrantAgreement, AgreementId>(AgreementPrefix, a => a.Id),
            await ByIdAsync<Person, PersonId>(PersonPrefix, p => p.Id),
            await ByIdAsync<PlanListing, PlanId>(PlanPrefix, p => p.Id)
        )
        {
            Templates = await ByIdAsync<ReportTemplate, DonorTemplate>(TemplatePrefix, one => one.Name),
            Unreadable = unreadable,
        };

        async Task<IReadOnlyDictionary<TId, T>> ByIdAsync<T, TId>(string prefix, Func<T, TId> id)
            where TId : notnull
        {
            IReadOnlyList<(string Key, Row<T>? Row)> rows = await table.ListReadableAsync<T>(StreamId.Programme, prefix, cancellation);
            unreadable.AddRange(rows.Where(one => one.Row is null).Select(one => one.Key));
            return rows.Select(one => one.Row).OfType<Row<T>>().ToDictionary(row => id(row.Value), row => row.Value);
        }
    }
}

/// <summary>Its presence says that the programme was started with sample data.</summary>
public sealed record SampleMark(DateTimeOffset LoadedAt);
