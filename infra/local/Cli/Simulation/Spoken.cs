using ACip.Workflows.Languages;

namespace ACip.Local.Cli.Simulation;

/// <summary>What the actors of a simulated year say: each in its own language, one of three.</summary>
internal static class Spoken
{
    public static Text Of(string en, string fr, string es) =>
        Text.By(
            new Dictionary<string, string>
            {
                ["en"] = en,
                ["fr"] = fr,
                ["es"] = es,
            },
            Language.En
        );
}
