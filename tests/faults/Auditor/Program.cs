using ACip.Tests.Faults.Auditor;

if (args is not ["--storage", { Length: > 0 } connection])
{
    await Console.Error.WriteLineAsync(
        """
        usage: --storage CONNECTION

        Of a local platform that has ended, start Azurite on its folder (azurite --location DATA/azurite --skipApiVersionCheck), and give
        UseDevelopmentStorage=true.
        """
    );
    return 2;
}

(IReadOnlyList<Finding> findings, string seen) = await StorageAudit.RunAndCountAsync(connection);
Console.WriteLine(seen);
foreach (Finding finding in findings)
{
    Console.WriteLine(finding);
}

Console.WriteLine(findings.Count == 0 ? "nothing found" : FormattableString.Invariant($"{findings.Count} finding(s)"));
return findings.Count == 0 ? 0 : 1;
