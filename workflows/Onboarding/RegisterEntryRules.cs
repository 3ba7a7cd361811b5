using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Onboarding;

/// <param name="Path">Field that is wrong, such as <c>roles/0/until</c>.</param>
/// <param name="Rule">Slug, the same in API and page.</param>
public sealed record RegisterProblem(string Path, string Rule, string Why);

/// <summary>Finds what is wrong with an entry of the register before it is written. Pure.</summary>
public static class RegisterEntryRules
{
    private const int LongestName = 500,
        LongestAddress = 254,
        MostRoles = 100;

    private static readonly Role[] OfOneAdministration = [Role.Coordinator, Role.Alternate, Role.HeadOfCustoms, Role.Contributor];

    public static IReadOnlyList<RegisterProblem> In(Person person, ProgrammeRegister register)
    {
        var problems = new List<RegisterProblem>();
        Slug(person.Id.Value, problems);
        Words(person.Name, "name", problems);
        if (
            !System.Net.Mail.MailAddress.TryCreate(person.Email, out var address)
            || address.Address != person.Email
            || person.Email.Length > LongestAddress
        )
        {
            problems.Add(new("email", "not-an-address", "Give one plain e-mail address."));
        }
        else if (register.ByAddress(person.Email) is { } other && other.Id != person.Id)
        {
            problems.Add(new("email", "address-taken", $"The address belongs to {other.Id}: who writes from it must be one person."));
        }

        if (person.Roles.Count > MostRoles)
        {
            problems.Add(new("roles", TextBounds.Rule, $"Nobody has more than {MostRoles} roles."));
        }

        for (int at = 0; at < person.Roles.Count; at++)
        {
            RoleHeld held = person.Roles[at];
            string path = string.Create(CultureInfo.InvariantCulture, $"roles/{at}");
            Days(problems, $"{path}/from", held.From, held.Until);
            if (held.Until < held.From)
            {
                problems.Add(new($"{path}/until", "ends-before-start", "The role ends before it begins."));
            }

            if (OfOneAdministration.Contains(held.Role) != held.Administration is not null)
            {
                problems.Add(
                    new(
                        $"{path}/administration",
                        "role-and-administration",
                        held.Administration is null
                            ? $"A {held.Role} belongs to one administration."
                            : $"A {held.Role} serves the whole programme."
                    )
                );
            }

            if (held.Administration is { } home && !register.Administrations.ContainsKey(home))
            {
                problems.Add(new($"{path}/administration", "no-such-administration", $"No administration is registered as {home}."));
            }

            if ((held.Role == Role.DonorReader) != held.Donor is not null)
            {
                problems.Add(new($"{path}/donor", "role-and-donor", "A donor reader, and nobody else, belongs to a donor."));
            }

            if (held.Donor is { } donor && !register.Donors.ContainsKey(donor))
            {
                problems.Add(new($"{path}/donor", "no-such-donor", $"No donor is registered as {donor}."));
            }
        }

        return problems;
    }

    public static IReadOnlyList<RegisterProblem> In(Administration administration, ProgrammeRegister register)
    {
        var problems = new List<RegisterProblem>();
        if (administration.Id.Value is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            problems.Add(new("id", "not-iso-3166", "The id is the ISO 3166-1 alpha-2 code, two capital letters."));
        }

        Words(administration.Name, "name", problems);
        Words(administration.WcoRegion, "wcoRegion", problems);
        if (!register.Donors.ContainsKey(administration.Donor))
        {
            problems.Add(new("donor", "no-such-donor", $"No donor is registered as {administration.Donor}."));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(administration.TimeZone, out _))
        {
            problems.Add(new("timeZone", "no-such-zone", "The time zone is an IANA name, such as Africa/Accra."));
        }

        if (administration.Weekend.Distinct().Count() >= 7)
        {
            problems.Add(new("weekend", "no-working-day", "There must be a working day in the week."));
        }

        if (
            !DateOnly.TryParseExact(
                "2024-" + administration.FiscalYearStart,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
        {
            problems.Add(new("fiscalYearStart", "not-a-day", "The fiscal year begins on a day written MM-DD."));
        }

        return problems;
    }

    public static IReadOnlyList<RegisterProblem> In(Donor donor, ProgrammeRegister register)
    {
        var problems = new List<RegisterProblem>();
        // those of the first agreements are written in capitals
        if (!register.Donors.ContainsKey(donor.Id))
        {
            Slug(donor.Id.Value, problems);
        }

        Words(donor.Name, "name", problems);
        Words(donor.IatiReference, "iatiReference", problems);
        return problems;
    }

    public static IReadOnlyList<RegisterProblem> In(GrantAgreement agreement, ProgrammeRegister register)
    {
        var problems = new List<RegisterProblem>();
        Slug(agreement.Id.Value, problems);
        Words(agreement.OfficialNumber, "officialNumber", problems);
        Words(agreement.Title, "title", problems);
        if (!register.Donors.ContainsKey(agreement.Donor))
        {
            problems.Add(new("donor", "no-such-donor", $"No donor is registered as {agreement.Donor}."));
        }

        Days(problems, "start", agreement.Start, agreement.End, agreement.Schedule.FirstPeriodStart);
        if (agreement.End < agreement.Start)
        {
            problems.Add(new("end", "ends-before-start", "The agreement ends before it begins."));
        }

        problems.AddRange(
            agreement
                .Administrations.Where(home => !register.Administrations.ContainsKey(home))
                .Select(home => new RegisterProblem(
                    "administrations",
                    "no-such-administration",
                    $"No administration is registered as {home}."
                ))
        );
        problems.AddRange(Framework(agreement.Framework));
        if (
            agreement.Schedule
            is not {
                MonthsPerPeriod: >= 1 and <= 60,
                DaysToDeliver: >= 0 and <= 1000,
                DaysToDeliverFinal: null or (>= 0 and <= 1000),
                Languages.Count: > 0
            }
        )
        {
            problems.Add(new("schedule", "schedule", "A donor period has 1 to 60 months, a deadline on or after its end, and a language."));
        }

        return [.. problems, .. Template(agreement.Schedule, register)];
    }

    private static IEnumerable<RegisterProblem> Framework(LogicModel framework)
    {
        string[] results = [.. framework.Results.Select(result => result.Code)];
        return
        [
            .. Twice(results, "framework/results"),
            .. Twice(framework.Indicators.Select(indicator => indicator.Code), "framework/indicators"),
            .. framework
                .Results.Where(result => result.Parent is { } parent && !results.Contains(parent))
                .Select(result => new RegisterProblem(
                    $"framework/results/{result.Code}/parent",
                    "orphan-result",
                    "The result above is not in the framework."
                )),
            .. framework
                .Indicators.Where(indicator => !results.Contains(indicator.Result))
                .Select(indicator => new RegisterProblem(
                    $"framework/indicators/{indicator.Code}/result",
                    "orphan-indicator",
                    "The result that it measures is not in the framework."
                )),
            .. framework
                .Indicators.Where(indicator => indicator.BaselineYear is < 1900 or > 2199)
                .Select(indicator => new RegisterProblem(
                    $"framework/indicators/{indicator.Code}/baselineYear",
                    "day-out-of-range",
                    "Give a year between 1900 and 2199."
                )),
        ];
    }

    private static IEnumerable<RegisterProblem> Template(ReportSchedule schedule, ProgrammeRegister register)
    {
        if (register.FindTemplate(schedule.Template) is not { } template)
        {
            string names = string.Join(", ", register.AllTemplates.Select(one => one.Name));
            yield return new RegisterProblem("schedule/template", "no-such-template", $"There is no such template; there are: {names}.");
        }
        else if (schedule.Languages.Except(template.Languages).Any())
        {
            string tags = string.Join(", ", template.Languages.Select(one => one.Tag));
            yield return new RegisterProblem("schedule/languages", "template-languages", $"Reports by {template.Name} are in: {tags}.");
        }
    }

    public static IReadOnlyList<RegisterProblem> In(FundingAllocation allocation, ProgrammeRegister register)
    {
        var problems = new List<RegisterProblem>();
        Slug(allocation.Id, problems);
        Words(allocation.Purpose, "purpose", problems);
        if (!register.Agreements.TryGetValue(allocation.Agreement, out GrantAgreement? agreement))
        {
            return [.. problems, new("agreement", "no-such-agreement", $"No agreement is registered as {allocation.Agreement}.")];
        }

        if (allocation.Administration is { } home && !agreement.Administrations.Contains(home))
        {
            problems.Add(new("administration", "no-such-administration", $"The agreement does not serve {home}."));
        }

        if (allocation.Amount <= 0)
        {
            problems.Add(new("amount", "allocation-amount", "The amount must be above 0."));
        }

        if (allocation.Currency is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            problems.Add(new("currency", "allocation-currency", "The currency is an ISO 4217 code, such as NOK."));
        }

        Days(problems, "from", allocation.From, allocation.Until);
        if (allocation.Until < allocation.From)
        {
            problems.Add(new("until", "ends-before-start", "The allocation ends before it begins."));
        }

        if (allocation.From < agreement.Start || allocation.Until > agreement.End)
        {
            problems.Add(new("from", "outside-agreement", "The days must lie within the agreement."));
        }

        return problems;
    }

    private static IEnumerable<RegisterProblem> Twice(IEnumerable<string> codes, string path) =>
        codes
            .GroupBy(code => code)
            .Where(group => group.Count() > 1)
            .Select(group => new RegisterProblem($"{path}/{group.Key}", "code-twice", "The code stands there twice."));

    private static void Slug(string id, List<RegisterProblem> problems)
    {
        if (id.Length is 0 or > 60 || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            problems.Add(new("id", "not-a-slug", "An id has small letters, digits and hyphens only, at most 60."));
        }
    }

    private static void Days(List<RegisterProblem> problems, string path, params ReadOnlySpan<DateOnly?> days)
    {
        foreach (DateOnly? day in days)
        {
            if (day is { } given && !DayBounds.Holds(given))
            {
                problems.Add(new(path, "day-out-of-range", "Give a day between 1900 and 2199."));
                return;
            }
        }
    }

    private static void Words(string text, string path, List<RegisterProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new(path, "empty", "This must not be empty."));
        }
        else if (text.Length > LongestName)
        {
            problems.Add(new(path, TextBounds.Rule, $"At most {LongestName} characters."));
        }
    }
}
