using Microsoft.Extensions.Options;

namespace ACip.Workflows.Configuration;

/// <summary>Rules for a group of settings.</summary>
internal abstract class SettingRules<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        Wrong(options).ToArray() is { Length: > 0 } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;

    /// <returns>A sentence for each that is wrong: the setting by the name that people set it by, what is wrong, and what to do. Never its
    /// value.</returns>
    protected abstract IEnumerable<string> Wrong(TOptions options);
}
