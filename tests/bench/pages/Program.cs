// dashboard ADMINISTRATIONS …   the dashboard of so many, with three years behind them, beside an empty page of the same process
// cold TIMES                    from nothing to the first answer: our worker and an empty one, each a process of its own, on the same host
// weights ADMINISTRATIONS       how many bytes each page has with so many
using System.Globalization;
using ACip.Tests.Bench.Pages;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["weights", var size] => await PageWeights.RunAsync(int.Parse(size, CultureInfo.InvariantCulture)),
    ["cold", var times] => await ColdStart.RunAsync(int.Parse(times, CultureInfo.InvariantCulture)),
    ["dashboard", .. var sizes] => await DashboardBench.RunAsync([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    _ => await DashboardBench.RunAsync([25, 250]),
};
