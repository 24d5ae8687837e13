using CiivSoft.Dashboard;
using CiivSoft.Embeddings;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Silo;
using CiivSoft.Storage;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
SiloSettings settings;
string? trouble;
try
{
    settings = SiloSettings.Read(builder.Configuration);
    trouble = settings.Problem ?? DashboardServices.FindProblem(builder.Configuration);
}
catch (InvalidOperationException unreadable)
{
    // The message names the setting and its value's type.
    await Console.Error.WriteLineAsync(unreadable.Message);
    return 2;
}

if (trouble is not null)
{
    await Console.Error.WriteLineAsync(trouble);
    return 2;
}

if (settings.HoldsGrains)
{
    // Before the first decision needs it, so that no grain's turn waits for it.
    try
    {
        var engine = await EmbeddingLoader.LoadEngineAsync(settings.Embedding, CancellationToken.None);
        builder.Services.AddSingleton<IMatchingEngine>(engine);
    }
    catch (Exception failure) when (failure is EmbeddingException or InvalidDataException or IOException)
    {
        await Console.Error.WriteLineAsync(failure.Message);
        return 2;
    }
}

builder.AddCiivSoft(settings);
var app = builder.Build();
var storage = app.Services.GetRequiredService<StorageStartup>();
try
{
    await storage.PrepareAsync(CancellationToken.None);
}
catch (StorageException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 2;
}

if (settings.Role == ProcessRole.Migrate)
{
    await Console.Out.WriteLineAsync($"The database has schema {storage.SchemaVersion}.");
    return 0;
}

if (settings.ServesPages)
{
    app.MapCiivSoftDashboard(AdminToken.Resolve(settings));
}
else
{
    app.MapCiivSoftHealth();
}

await app.RunAsync();
return 0;
