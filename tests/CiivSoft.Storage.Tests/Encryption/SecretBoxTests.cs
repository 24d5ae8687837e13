using System.Security.Cryptography;
using System.Text;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Tests.Encryption;

public sealed class SecretBoxTests
{
    private static readonly byte[] KeyOne = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] KeyTwo = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];

    [Fact]
    public void What_was_sealed_opens_at_its_place()
    {
        var box = new SecretBox(Ring((1, KeyOne)));

        var opened = box.Open(box.Seal("secret"u8, "row/1"), "row/1");

        Encoding.UTF8.GetString(opened).ShouldBe("secret");
        box.Open(box.Seal([], "row/1"), "row/1").ShouldBeEmpty();
    }

    [Fact]
    public void Sealing_twice_gives_two_different_boxes()
    {
        var box = new SecretBox(Ring((1, KeyOne)));

        box.Seal("secret"u8, "row/1").ShouldNotBe(box.Seal("secret"u8, "row/1"));
    }

    [Fact]
    public void A_box_that_was_moved_does_not_open()
    {
        var box = new SecretBox(Ring((1, KeyOne)));
        var sealedValue = box.Seal("secret"u8, "row/1");

        Should.Throw<StorageException>(() => box.Open(sealedValue, "row/2")).Message.ShouldContain("row/2");
    }

    [Fact]
    public void A_box_with_any_byte_changed_or_cut_does_not_open()
    {
        var box = new SecretBox(Ring((1, KeyOne)));
        var sealedValue = box.Seal("secret"u8, "row/1");

        for (var i = 0; i < sealedValue.Length; i++)
        {
            var changed = sealedValue.ToArray();
            changed[i] ^= 1;
            Should.Throw<StorageException>(() => box.Open(changed, "row/1"));
            Should.Throw<StorageException>(() => box.Open(sealedValue.AsSpan(0, i).ToArray(), "row/1"));
        }
    }

    [Fact]
    public void After_a_rotation_old_boxes_open_and_new_ones_use_the_new_key()
    {
        var old = new SecretBox(Ring((1, KeyOne)));
        var rotated = new SecretBox(Ring((1, KeyOne), (2, KeyTwo)));
        var before = old.Seal("secret"u8, "p");
        var after = rotated.Seal("secret"u8, "p");

        Encoding.UTF8.GetString(rotated.Open(before, "p")).ShouldBe("secret");
        rotated.IsOutdated(before).ShouldBeTrue();
        rotated.IsOutdated(after).ShouldBeFalse();
        Should.Throw<StorageException>(() => old.Open(after, "p")).Message.ShouldContain("key 2 is missing");
    }

    [Fact]
    public void A_text_box_keeps_any_text()
    {
        var texts = new TextBox(new SecretBox(Ring((1, KeyOne))));
        var text = string.Concat(Enumerable.Repeat("Registered nurse \U0001F600\n", 5_000));

        var box = texts.Seal(text, "p");

        texts.Open(box, "p").ShouldBe(text);
        box.Length.ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1:")]
    [InlineData("x:AAAA")]
    [InlineData("0:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    [InlineData("1:not base64 canary")]
    [InlineData("1:AAECAwQFBgcICQoLDA0ODw==")]
    [InlineData("1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=;1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public void A_broken_key_setting_is_refused_without_telling_it(string setting)
    {
        var message = Should.Throw<StorageException>(() => KeyRing.Parse(setting)).ToString();

        message.ShouldNotContain("canary");
        message.ShouldNotContain("AAEC");
    }

    [Fact]
    public void Derived_keys_differ_by_purpose_and_by_key()
    {
        var ring = Ring((1, KeyOne), (2, KeyTwo));

        ring.Derive(1, "a").ShouldNotBe(ring.Derive(1, "b"));
        ring.Derive(1, "a").ShouldNotBe(ring.Derive(2, "a"));
        ring.Derive(1, "a").ShouldBe(HKDF.DeriveKey(HashAlgorithmName.SHA256, KeyOne, 32, info: "a"u8.ToArray()));
    }

    internal static KeyRing Ring(params (int Id, byte[] Bytes)[] keys) =>
        new(keys.Select(key => new KeyValuePair<int, byte[]>(key.Id, key.Bytes)));
}
