using CiivSoft.Cli.Doctor;
using CiivSoft.Cli.Doctor.Checks;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Cli.Tests.Doctor;

/// <summary>Broken data folders, keys and databases, real ones: each gets its diagnosis and no other.</summary>
public sealed class DoctorFolderTests : IAsyncLifetime
{
    private const UnixFileMode ForAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private Place _place = null!; // Made before each test.

    public async ValueTask InitializeAsync() => _place = await Place.HealthyAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task A_healthy_installation_has_nothing_wrong()
    {
        var found = await _place.ExamineAsync(isWhole: true);

        found.ShouldBeEmpty(string.Join('\n', found.Values.SelectMany(r => r.Complaints)));
    }

    [Fact]
    public async Task No_data_folder()
    {
        Directory.Delete(_place.Data, recursive: true);

        await FindsAsync("data-folder", "There is no data folder");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        Directory.Delete(_place.Data, recursive: true);
        await File.WriteAllTextAsync(_place.Data, "", TestContext.Current.CancellationToken);

        await FindsAsync("data-folder", "is a file");
        File.Delete(_place.Data);
    }

    [Fact]
    public async Task A_data_folder_that_others_can_read()
    {
        SetMode(_place.Data, ForAll | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        await FindsAsync("data-private", "other users of this machine can get at it");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_to()
    {
        SetMode(_place.Data, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await FindsAsync("data-writable", "cannot write to it");
    }

    [Fact]
    public async Task A_token_that_others_can_read()
    {
        SetMode(Path.Combine(_place.Data, "admin-token"), ForAll);

        await FindsAsync("token-private", "has mode 644");
    }

    [Fact]
    public async Task A_key_that_others_can_read()
    {
        SetMode(_place.FirstKey, ForAll);

        await FindsAsync("keys-private", "0001.key has mode 644");
    }

    [Fact]
    public async Task Keys_that_are_gone()
    {
        File.Delete(_place.FirstKey);

        await FindsAsync("keys-present", "There are no encryption keys");
        File.Exists(_place.FirstKey).ShouldBeFalse("the doctor made a key");
    }

    [Fact]
    public async Task A_key_that_is_damaged()
    {
        await File.WriteAllTextAsync(_place.FirstKey, "not base64!", TestContext.Current.CancellationToken);

        await FindsAsync("keys-readable", "is not base64");
    }

    [Fact]
    public async Task Keys_of_another_database()
    {
        await File.WriteAllTextAsync(
            _place.FirstKey,
            Convert.ToBase64String(new byte[32]),
            TestContext.Current.CancellationToken
        );

        await FindsAsync("keys-match", "The database was made with the key ring");
    }

    [Fact]
    public async Task A_database_that_is_none()
    {
        await File.WriteAllTextAsync(_place.Database, new string('x', 10_000), TestContext.Current.CancellationToken);

        await FindsAsync("database-readable", "cannot be opened");
    }

    [Fact]
    public async Task A_database_with_a_damaged_page()
    {
        await ExecuteAsync(
            "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i, hex(randomblob(50)) AS text FROM n"
        );
        await using (var file = File.OpenWrite(_place.Database))
        {
            file.Seek(-4096, SeekOrigin.End);
            await file.WriteAsync(new byte[] { 77, 77, 77, 77, 77, 77, 77, 77 }, TestContext.Current.CancellationToken);
        }

        await FindsAsync("database-whole", "is damaged");
    }

    [Theory]
    [InlineData("INSERT INTO schema_migration VALUES (999, '0999_future', 'x', 0)", "a newer release has been at work")]
    [InlineData("UPDATE schema_migration SET checksum = 'x' WHERE version = 2", "is not this release's")]
    [InlineData(
        "DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration)",
        "this release needs"
    )]
    public async Task A_database_of_another_release(string sql, string cause)
    {
        await ExecuteAsync(sql);

        await FindsAsync("database-schema", cause);
    }

    [Fact]
    public async Task A_database_that_others_can_read()
    {
        SetMode(_place.Database, ForAll);

        await FindsAsync("database-private", "has mode 644");
    }

    [Theory]
    [InlineData(100, nameof(Severity.Problem))]
    [InlineData(500, nameof(Severity.Warning))]
    public void A_disk_that_is_nearly_full(long megabytes, string severity)
    {
        FolderChecks.SpaceLeft(megabytes * 1024 * 1024, "/data").Single().Severity.ToString().ShouldBe(severity);
        FolderChecks.SpaceLeft(5000L * 1024 * 1024, "/data").ShouldBeEmpty();
    }

    private async Task FindsAsync(string check, string cause)
    {
        var found = await _place.ExamineAsync();

        found.Keys.ToArray().ShouldBe([check], string.Join('\n', found.Values.SelectMany(r => r.Complaints)));
        var complaint = found[check].Complaints.ShouldHaveSingleItem();
        complaint.Cause.ShouldContain(cause);
        complaint.Fix.ShouldNotBeNullOrWhiteSpace();
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_place.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql + "; PRAGMA wal_checkpoint(TRUNCATE)";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
