using ACip.Functions.Pages.Frame;
using ACip.Workflows.Finance;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Finance;

/// <summary>Reads the form of one financial period. A component with no entries has no line.</summary>
internal static class FinanceForm
{
    /// <summary>Name of the hidden field with the days under which the period was read.</summary>
    public const string Was = "was";

    /// <param name="components">Those that the form shows.</param>
    public static (FinancialPeriod Typed, IReadOnlyList<RegisterProblem> Problems) Read(
        IFormCollection form,
        AgreementId agreement,
        IEnumerable<string> components
    )
    {
        var problems = new List<RegisterProblem>();
        FinancialLine[] lines =
        [
            .. from component in components
            where new[] { "budget", "revised", "received", "spent", "explanation" }.Any(name => form.Text($"{component}-{name}").Length > 0)
            select new FinancialLine(
                component,
                Amount($"{component}-budget") ?? 0,
                Amount($"{component}-revised"),
                Amount($"{component}-received") ?? 0,
                Amount($"{component}-spent") ?? 0,
                form.TextOrNull($"{component}-explanation")
            ),
        ];
        var typed = new FinancialPeriod(
            agreement,
            form.Day("start"),
            form.Day("end"),
            form.Text("currency").ToUpperInvariant(),
            lines,
            new FinancialTotals(
                Amount("total-budget") ?? 0,
                Amount("total-received") ?? 0,
                Amount("total-spent") ?? 0,
                Amount("total-balance") ?? 0
            )
        );
        return (typed, problems);

        decimal? Amount(string name)
        {
            string text = form.Text(name);
            if (text.Length == 0)
            {
                return null;
            }

            string plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
            if (TypedNumber.Read(plain) is { } amount)
            {
                return amount;
            }

            problems.Add(
                TypedNumber.IsAmbiguous(plain)
                    ? new RegisterProblem(name, "ambiguous-number", "The amount could mean two things.")
                    : new RegisterProblem(name, "finance-amount", "This is not an amount.")
            );
            return null;
        }
    }
}
