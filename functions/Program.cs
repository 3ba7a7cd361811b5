using Microsoft.Extensions.Hosting;

ACip.Functions.App.Build(args).Run();
