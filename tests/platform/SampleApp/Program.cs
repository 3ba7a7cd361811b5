using Microsoft.Extensions.Hosting;

SampleApp.App.Build(args).Run();
