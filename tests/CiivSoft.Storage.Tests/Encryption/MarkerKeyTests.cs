using System.Text.RegularExpressions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Tests.Encryption;

public sealed partial class MarkerKeyTests
{
    private static readonly byte[] KeyOne = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] KeyTwo = [.. Enumerable.Range(100, 32).Select(i => (byte)i)];

    [Fact]
    public void A_ref_is_a_prefix_and_sixteen_digits_of_base_32()
    {
        var marker = new MarkerKey(SecretBoxTests.Ring((1, KeyOne)));

        for (var i = 0; i < 1_000; i++)
        {
            RefPattern().IsMatch(marker.RefFor($"effect-{i}")).ShouldBeTrue();
        }
    }

    [Fact]
    public void Refs_never_change()
    {
        // The notes in Lever carry them: whoever changes this value doubles every note of every customer.
        new MarkerKey(SecretBoxTests.Ring((1, KeyOne)))
            .RefFor("acme|note|d1|lead")
            .ShouldBe("CVS-4E0M69JPF9QFP4A3");
    }

    [Fact]
    public void A_rotation_changes_no_ref_and_another_first_key_changes_all()
    {
        var before = new MarkerKey(SecretBoxTests.Ring((1, KeyOne)));
        var rotated = new MarkerKey(SecretBoxTests.Ring((2, KeyTwo), (1, KeyOne)));
        var other = new MarkerKey(SecretBoxTests.Ring((1, KeyTwo)));

        rotated.RefFor("e").ShouldBe(before.RefFor("e"));
        other.RefFor("e").ShouldNotBe(before.RefFor("e"));
        before.RefFor("f").ShouldNotBe(before.RefFor("e"));
        Should.Throw<ArgumentException>(() => before.RefFor(""));
    }

    [Fact]
    public void Person_keys_join_one_address_within_an_account_only()
    {
        var keys = new PersonKeys(SecretBoxTests.Ring((1, KeyOne)));
        var (one, two) = (new AccountKey("one"), new AccountKey("two"));

        keys.KeyFor(one, " Ada@Example.org ").ShouldBe(keys.KeyFor(one, "ada@example.org"));
        keys.KeyFor(one, "ada@example.org").ShouldNotBe(keys.KeyFor(two, "ada@example.org"));
        keys.KeyFor(one, "ada@example.org").ShouldNotBe(keys.KeyFor(one, "bob@example.org"));
        keys.KeyFor(one, "ada@example.org").ShouldNotContain("ada");
    }

    [GeneratedRegex("^CVS-[0-9A-HJKMNP-TV-Z]{16}$", RegexOptions.NonBacktracking)]
    private static partial Regex RefPattern();
}
