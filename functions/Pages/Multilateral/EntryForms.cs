using System.Globalization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Multilateral;

/// <summary>Officers' entries in the registers of the multilateral component. A form for an existing entry adds to it: a result of an
/// initiative, a version of an instrument, or a time at which an expert is available.</summary>
public sealed class EntryForms(EntryService entries, ExpertService experts)
{
    /// <returns>Null: a form that is none of these.</returns>
    public async Task<CommandResult?> ActAsync(IFormCollection form, PersonId by, CancellationToken cancellation) =>
        form.Text("act") switch
        {
            "initiative" => await SaveInitiativeAsync(form, by, cancellation),
            "figure" => await AddFigureAsync(form, by, cancellation),
            "instrument" => await SaveInstrumentAsync(form, by, cancellation),
            "uptake" => await SaveUptakeAsync(UptakeOf(form), by, cancellation),
            "expert" => await SaveExpertAsync(form, by, cancellation),
            _ => null,
        };

    private async Task<CommandResult> SaveInitiativeAsync(IFormCollection form, PersonId by, CancellationToken cancellation)
    {
        string id = form.Text("id"),
            code = form.Text("code");
        if (!TryNumber(form.Text("baseline"), out decimal? baseline) || !TryNumber(form.Text("target"), out decimal? target))
        {
            return NoNumber(form.Text("baseline"), form.Text("target"));
        }

        Initiative? stands = (await entries.InitiativesAsync(cancellation)).FirstOrDefault(one => one.Id == id);
        if (!FormChoice.TryRead(form.Text("reach"), out InitiativeReach? reach) || (stands?.Reach ?? reach) is not { } offered)
        {
            return FormChoice.Unoffered;
        }

        if (stands is not null && StandsAlready.In(stands, form) is { } otherwise)
        {
            return otherwise;
        }

        InitiativeResult? before = stands?.Results.FirstOrDefault(result => result.Code == code);
        var result = new InitiativeResult(
            code,
            form.Text("statement"),
            form.Text("unit"),
            baseline ?? before?.Baseline,
            target ?? before?.Target,
            before?.Figures ?? []
        );
        Initiative wanted = stands is null
            ? new Initiative(
                id,
                form.Text("title"),
                offered,
                form.Day("start"),
                form.Day("end"),
                form.Administrations("administrations"),
                [result],
                new Themes(form.Numbers("factors"), [], [])
            )
            : stands with
            {
                Results = [.. stands.Results.Where(one => one != before), result],
            };
        return await SavedAsync(entries.SaveAsync, wanted, stands, by, cancellation);
    }

    private async Task<CommandResult> AddFigureAsync(IFormCollection form, PersonId by, CancellationToken cancellation)
    {
        string[] which = form.Text("result").Split('|');
        Initiative? stands = (await entries.InitiativesAsync(cancellation)).FirstOrDefault(one => one.Id == which[0]);
        if (stands is null)
        {
            return new CommandResult.Refused("no-such-initiative", "There is no such initiative.");
        }

        if (!TryNumber(form.Text("value"), out decimal? read) || read is not { } value || !DayBounds.Holds(form.Day("on")))
        {
            return NoNumber(form.Text("value"));
        }

        var figure = new InitiativeFigure(form.Day("on"), value, form.Text("source"));
        Initiative wanted = stands with
        {
            Results =
            [
                .. stands.Results.Select(result =>
                    result.Code == which[^1] ? result with { Figures = [.. result.Figures, figure] } : result
                ),
            ],
        };
        return await SavedAsync(entries.SaveAsync, wanted, stands, by, cancellation);
    }

    private async Task<CommandResult> SaveInstrumentAsync(IFormCollection form, PersonId by, CancellationToken cancellation)
    {
        string id = form.Text("id");
        var version = new InstrumentVersion(form.Text("version"), form.Day("issued"), form.Text("changes"));
        Instrument? stands = (await entries.InstrumentsAsync(cancellation)).FirstOrDefault(one => one.Id == id);
        if (!FormChoice.TryRead(form.Text("kind"), out InstrumentKind? chosen) || (stands?.Kind ?? chosen) is not { } kind)
        {
            return FormChoice.Unoffered;
        }

        if (stands is not null && StandsAlready.In(stands, form) is { } otherwise)
        {
            return otherwise;
        }

        Instrument wanted = stands is null
            ? new Instrument(id, kind, form.Text("title"), [version], new Themes(form.Numbers("factors"), [], []))
            : stands with
            {
                Versions = [.. stands.Versions, version],
            };
        return await SavedAsync(entries.SaveAsync, wanted, stands, by, cancellation);
    }

    private async Task<CommandResult> SaveExpertAsync(IFormCollection form, PersonId by, CancellationToken cancellation)
    {
        var person = new PersonId(form.Text("person"));
        var available = new Availability(form.Day("from"), form.Day("until"));
        Language?[] chosen = [.. form["languages"].Select(tag => Language.Find(tag))];
        if (chosen.Contains(null))
        {
            return FormChoice.Unoffered;
        }

        IReadOnlyList<Language> languages = [.. chosen.OfType<Language>().Distinct()];
        Expert? stands = (await experts.ListAsync(cancellation)).FirstOrDefault(one => one.Person == person);
        var wanted = new Expert(
            person,
            [.. (stands?.KeyFactors ?? []).Union(form.Numbers("factors")).Order()],
            [.. (stands?.Languages ?? []).Union(languages)],
            form.TextOrNull("home") is { } home ? new AdministrationId(home) : stands?.Home,
            [.. (stands?.Available ?? []).Append(available)]
        );
        return await SavedAsync(experts.SaveAsync, wanted, stands, by, cancellation);
    }

    private async Task<CommandResult> SaveUptakeAsync(Uptake wanted, PersonId by, CancellationToken cancellation) =>
        (await entries.UptakesAsync(cancellation)).Any(one =>
            (one.Instrument, one.Version, one.Administration, one.On)
            == (wanted.Instrument, wanted.Version, wanted.Administration, wanted.On)
        )
            ? new CommandResult.Refused("uptake-stands", "The same uptake stands already.")
            : ResultOf(await entries.SaveAsync(wanted, AsRead.Nothing, by, cancellation));

    /// <summary>One for each version: two may be taken up on the same day.</summary>
    internal static Uptake UptakeOf(IFormCollection form)
    {
        string[] which = form.Text("instrument").Split('|');
        AdministrationId home = form.Administrations("administration").FirstOrDefault(new AdministrationId("?"));
        DateOnly on = form.Day("on");
        string id = string.Create(CultureInfo.InvariantCulture, $"{home.Value.ToLowerInvariant()}-{on:yyyyMMdd}-{which[0]}"),
            version = "-" + ContentTag.Of(form.Text("instrument"))[..8];
        return new Uptake(
            id[..Math.Min(id.Length, EntryRules.LongestId - version.Length)] + version,
            which[0],
            which[^1],
            home,
            on,
            TypedText.Number(form, "women"),
            TypedText.Number(form, "men"),
            TypedText.Number(form, "others")
        );
    }

    /// <returns>True for nothing, too: null then.</returns>
    private static bool TryNumber(string typed, out decimal? number)
    {
        number = TypedNumber.Read(typed);
        return typed.Length == 0 || (number is { } value && Math.Abs(value) <= SoundJson.LargestNumber);
    }

    private static CommandResult.Refused NoNumber(params string[] typed) =>
        typed.Any(TypedNumber.IsAmbiguous)
            ? new("ambiguous-number", "A number could mean two things.")
            : new("not-a-number", "A figure is a number, and of a day; baseline and target are numbers, or left empty.");

    private static async Task<CommandResult> SavedAsync<T>(
        Func<T, AsRead, PersonId, CancellationToken, Task<RegisterResult<T>>> save,
        T wanted,
        T? stands,
        PersonId by,
        CancellationToken cancellation
    )
        where T : class =>
        ResultOf(await save(wanted, stands is null ? AsRead.Nothing : AsRead.Of(ContentTag.Of(stands)), by, cancellation));

    private static CommandResult ResultOf<T>(RegisterResult<T> result)
        where T : class =>
        result.Saved is not null ? new CommandResult.Recorded(null)
        : result.Problems is [var first, ..] ? new CommandResult.Refused(first.Rule, $"{first.Path}: {first.Why}")
        : CommandResult.Refused.ChangedMeanwhile;
}
