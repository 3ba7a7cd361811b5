using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ACip.Local.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Local.Cli.Simulation;

/// <summary>How a coordinator behaves in one period.</summary>
internal enum Manner
{
    OnTime,
    Late,
    Silent,
    Wrong,
    OutOfOffice,
    Nil,
}

/// <summary>Draws from the seed what each person does; the same seed, the same people, in whatever order things happen.</summary>
/// <param name="flawless">True: everybody answers in time and nothing is sent back, to measure what that costs.</param>
internal sealed class Actors(string seed, bool flawless = false)
{
    /// <summary>Of reports handed in for the first time.</summary>
    public double ShareSentBack => flawless ? 0 : 0.15;

    /// <summary>Of reports that come with a file as evidence.</summary>
    public double ShareWithEvidence => flawless ? 0 : 0.4;

    /// <param name="about">Names what is drawn; the same words give the same draw.</param>
    /// <returns>0 (inclusive) to 1 (exclusive).</returns>
    public double Draw(params string[] about)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\u001f" + string.Join('\u001f', about)));
        return BitConverter.ToUInt32(hash) / (uint.MaxValue + 1.0);
    }

    public int Between(int least, int most, params string[] about) => least + (int)(Draw(about) * (most - least + 1));

    public Manner MannerOf(PlanId plan, string period) =>
        flawless
            ? Manner.OnTime
            : Draw("manner", plan.Value, period) switch
            {
                < 0.56 => Manner.OnTime,
                < 0.70 => Manner.Late,
                < 0.82 => Manner.Wrong,
                < 0.93 => Manner.OutOfOffice,
                < 0.96 => Manner.Nil,
                _ => Manner.Silent,
            };

    public MailProgram ProgramOf(string address) => (MailProgram)Between(0, 3, "program", address);

    public static string Number(decimal value, Language language)
    {
        string text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text.Replace(".", language.Entry.Decimal, StringComparison.Ordinal);
    }
}
