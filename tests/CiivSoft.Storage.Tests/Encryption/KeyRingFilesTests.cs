using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Tests.Encryption;

public sealed class KeyRingFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-keys-");

    private StorageOptions Options => new() { DataFolder = _folder.FullName };

    private string Keys => Path.Combine(_folder.FullName, "keys");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_first_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var first = KeyRingFiles.Open(Options);
        var again = KeyRingFiles.Open(Options);

        again.Fingerprint.ShouldBe(first.Fingerprint);
        Directory.GetFiles(Keys, "*.key").Select(Path.GetFileName).ShouldBe(["0001.key"]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(Keys, "0001.key"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Keys)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Openers_at_the_same_time_agree_on_one_key()
    {
        var prints = new string[8];

        Parallel.For(0, prints.Length, i => prints[i] = KeyRingFiles.Open(Options).Fingerprint);

        prints.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(Keys, "*.key").Length.ShouldBe(1);
        Directory.GetFiles(Keys, "*.new").ShouldBeEmpty();
    }

    [Fact]
    public void A_rotation_adds_the_newest_key_and_keeps_the_first()
    {
        var before = KeyRingFiles.Open(Options);

        KeyRingFiles.Rotate(Keys).ShouldBe(2);

        var after = KeyRingFiles.Open(Options);
        after.NewestId.ShouldBe(2);
        after.FirstId.ShouldBe(1);
        after.Fingerprint.ShouldBe(before.Fingerprint);
    }

    [Fact]
    public void A_damaged_key_file_is_named_and_not_shown()
    {
        KeyRingFiles.Open(Options);
        File.WriteAllText(Path.Combine(Keys, "0001.key"), "canary!");

        var message = Should.Throw<StorageException>(() => KeyRingFiles.Open(Options)).Message;

        message.ShouldContain("0001.key");
        message.ShouldNotContain("canary");
    }

    [Fact]
    public void Keys_of_the_setting_win_and_make_no_file()
    {
        var setting = "1:" + Convert.ToBase64String(new byte[32]);

        KeyRingFiles
            .Open(new StorageOptions { DataFolder = _folder.FullName, Keys = setting })
            .Fingerprint.ShouldBe(KeyRing.Parse(setting).Fingerprint);
        Directory.Exists(Keys).ShouldBeFalse();
    }
}
