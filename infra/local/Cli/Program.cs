namespace ACip.Local.Cli; public static class Program { public static void Main() { } }
