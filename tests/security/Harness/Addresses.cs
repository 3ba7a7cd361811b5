using ACip.Tests.Scenarios.Malformed;

namespace ACip.Tests.Security.Harness;

/// <summary>What stands behind the doors of the house that is attacked, as far as requests can tell.</summary>
internal sealed class Addresses(Programme programme) : IBehindDoors
{
    public string Cookie => "";

    public string Of(Door door, AskedReport report) => door.Path(parameter => Value(door, parameter, report));

    public string Value(Door door, string parameter, Random random) => Value(door, parameter, programme.Victim);

    /// <summary>Nobody outside can make one: a form that was not given.</summary>
    public string Csrf(string whose, string form) => new('0', 32);

    private static string Value(Door door, string parameter, AskedReport report) =>
        parameter switch
        {
            "planId" => report.Plan,
            "wave" => report.Plan,
            "administration" => report.Plan[..2].ToUpperInvariant(),
            "period" => door.Template.Contains("donor-reports", StringComparison.Ordinal) ? "20260101-20261231" : report.Period,
            "agreement" => "norad-acip-2026",
            "section" => "indicators",
            "code" => report.Number,
            "number" or "version" or "before" => "1",
            "after" => "2",
            "sha256" => new string('0', 64),
            "stream" => $"plan-{report.Plan}",
            "register" => "deliveries",
            "language" => "en",
            "file" => "report.html",
            "fileName" => "annex.pdf",
            "name" => "acip.css",
            "ignored" => "",
            "secret" => new string('a', 32),
            "key" => new string('0', 64),
            "token" => report.Ask.Token!,
            "id" => OfA(door.Template),
            _ => "none",
        };

    private static string OfA(string template) =>
        template.Replace("api/", "", StringComparison.Ordinal).Split('/')[0] switch
        {
            "people" => "expert-one",
            "agreements" => "norad-acip-2026",
            "calendars" => "secretariat",
            _ => "AF",
        };
}
