using System.Globalization;

namespace ACip.Local.Cli;

/// <summary>Arguments of the form --name value, and flags --name.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = [];

    /// <exception cref="UsageException">An unknown name, or a value that is missing.</exception>
    public Arguments(string[] args, IReadOnlySet<string> names, IReadOnlySet<string> flags)
    {
        for (int at = 0; at < args.Length; at++)
        {
            string name = args[at];
            if (name.StartsWith("--Local:", StringComparison.Ordinal))
            {
                ForThePlatform.Add(name);
            }
            else if (flags.Contains(name))
            {
                values[name] = "";
            }
            else if (!names.Contains(name))
            {
                throw new UsageException($"'{name}' is not known here; 'help' lists what is.");
            }
            else if (at + 1 == args.Length)
            {
                throw new UsageException($"{name} needs a value.");
            }
            else
            {
                values[name] = args[++at];
            }
        }
    }

    /// <summary>Settings of the platform itself, of the form --Local:Name=value; see infra/local/README.md.</summary>
    public List<string> ForThePlatform { get; } = [];

    public bool Has(string name) => values.ContainsKey(name);

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    /// <exception cref="UsageException">Not a whole number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (!values.TryGetValue(name, out string? text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} takes a whole number from {least} to {most}, not '{text}'.");
    }

    /// <returns>Null for "all".</returns>
    public int? NumberOrAll(string name, int? otherwise, int most) =>
        values.GetValueOrDefault(name) == "all" ? null
        : values.ContainsKey(name) ? Number(name, 0, 1, most)
        : otherwise;
}
