namespace ACip.Functions; public static class App { public static void Main() { } }
