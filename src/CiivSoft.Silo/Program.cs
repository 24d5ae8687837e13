using CiivSoft.Dashboard;
using CiivSoft.Documents;
using CiivSoft.Grains;
using CiivSoft.Lever;
using CiivSoft.Matching;
using CiivSoft.Silo;
using CiivSoft.Storage;
using Microsoft.AspNetCore.DataProtection;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
var settings = SiloSettings.Read(builder.Configuration);
if (settings.Effects.Problem is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

builder.WebHost.UseUrls(settings.Http);
builder.Services.AddCiivSoftStorage(new StorageOptions { DataFolder = settings.Data, Postgres = settings.Postgres });
builder.Services.AddLever(builder.Configuration);
builder.Services.AddSingleton<IDocumentReader>(_ => new DocumentReaderPool());
builder.Services.AddSingleton(settings.Effects);
builder.Services.AddCiivSoftGrains();
builder.Services.AddCiivSoftDashboard();
builder.Services.AddSingleton(settings);
builder
    .Services.AddDataProtection()
    .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Path.GetFullPath(settings.Data), "web-keys")));
if (settings.StopWithInput)
{
    builder.Services.AddHostedService<InputWatch>();
}

builder.UseCiivSoftOrleans(settings);

// After Orleans: it calls grains.
builder.Services.AddHostedService<AccountWaker>();

var app = builder.Build();

try
{
    await app.Services.GetRequiredService<StorageStartup>().PrepareAsync(CancellationToken.None);

    // Loaded before the first decision needs it, so that no grain's turn waits for it.
    app.Services.GetRequiredService<IMatchingEngine>();
}
catch (StorageException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 2;
}

var token = AdminToken.Resolve(settings);
app.MapCiivSoftDashboard(token);
await app.RunAsync();
return 0;
