using CiivSoft.Cli.Help;
using CiivSoft.Cli.Settings;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The silo's settings.</summary>
internal static class SettingChecks
{
    // Names of deploy/sample.env that look like settings with one underscore: they are those of the compose file.
    private static readonly HashSet<string> ComposeNames =
    [
        "CIIVSOFT_KEYS",
        "CIIVSOFT_CLUSTER_ID",
        "CIIVSOFT_EFFECTS_GRACE",
    ];

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.Of("settings-unknown", "Every variable that is set is a setting", Unknown),
        Check.Of("settings-invalid", "Every setting has a value that can be used", Invalid),
        Check.Of(
            "settings-contradictory",
            "No two settings contradict each other",
            a => Contradictory(a).Concat(Unsent(a))
        ),
        Check.Of("address-public", "What is reachable from elsewhere asks for a login over TLS", PublicAddress),
    ];

    private static IEnumerable<Complaint> Unknown(Surroundings around)
    {
        var known = SettingsPage.All.Select(setting => setting.Variable).ToList();
        foreach (var variable in around.Settings.VariablesSet)
        {
            var name = variable.ToUpperInvariant();
            if (!known.Contains(name))
            {
                var prefix = name[..(name.IndexOf("__", StringComparison.Ordinal) + 2)];
                var alike = known.Where(k => k.StartsWith(prefix, StringComparison.Ordinal));
                var meant = Typos
                    .Nearest(name[prefix.Length..], alike.Select(k => k[prefix.Length..]))
                    .Select(rest => prefix + rest)
                    .ToList();
                yield return Complaint.Problem(
                    $"{variable} is set, and there is no such setting: it does nothing.",
                    meant.Count > 0
                        ? $"Did you mean {string.Join(" or ", meant)}?"
                        : "See docs/reference/settings.md for those there are, or unset it."
                );
            }
        }

        foreach (var variable in around.Options.Variables.Keys.Except(known).Except(ComposeNames))
        {
            if (known.Find(name => IsSameButForUnderscores(name, variable)) is { } meant)
            {
                yield return Complaint.Problem(
                    $"{variable} is set, and there is no such setting: it does nothing.",
                    $"Did you mean {meant}? Parts are set apart by two underscores."
                );
            }
        }
    }

    private static bool IsSameButForUnderscores(string name, string variable) =>
        !variable.Contains("__", StringComparison.Ordinal)
        && string.Equals(
            name.Replace("__", "_", StringComparison.Ordinal),
            variable,
            StringComparison.OrdinalIgnoreCase
        )
        && name.StartsWith("CIIVSOFT__", StringComparison.Ordinal);

    private static IEnumerable<Complaint> Invalid(Surroundings around) =>
        SettingsPage
            .All.Select(setting => (Setting: setting, Value: around.Settings.Find(setting.Variable)))
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair =>
                (pair.Setting, pair.Value, Must: SettingRules.Broken(pair.Setting.Variable, pair.Value ?? ""))
            )
            .Where(pair => pair.Must is not null)
            .Select(pair =>
                Complaint.Problem(
                    $"{pair.Setting.Variable} is '{pair.Setting.Mask(pair.Value ?? "")}', which cannot be used: a silo ends at its start.",
                    $"It must be {pair.Must}. The default is {pair.Setting.Default}."
                )
            );

    private static IEnumerable<Complaint> Contradictory(Surroundings around)
    {
        var settings = around.Settings;
        bool IsSet(string name) => !string.IsNullOrWhiteSpace(settings.Find($"CIIVSOFT__{name}"));
        if (
            string.Equals(settings.Find("CIIVSOFT__ROLE"), "dashboard", StringComparison.OrdinalIgnoreCase)
            && !IsSet("POSTGRES")
        )
        {
            yield return Complaint.Problem(
                "CIIVSOFT__ROLE is dashboard, a client of a cluster, but CIIVSOFT__POSTGRES is not set.",
                "Set CIIVSOFT__POSTGRES to the cluster's database, or use role all."
            );
        }

        if (IsSet("POSTGRES") && File.Exists(around.Database))
        {
            yield return Complaint.Warning(
                $"CIIVSOFT__POSTGRES is set and {around.Database} is there too: what the SQLite database holds is not used.",
                "If it was only tried out, move the file away. If it holds the accounts, unset CIIVSOFT__POSTGRES."
            );
        }

        if (IsSet("POSTGRESOWNER") && !IsSet("POSTGRES"))
        {
            yield return Complaint.Problem(
                "CIIVSOFT__POSTGRESOWNER is set but CIIVSOFT__POSTGRES is not: the silo uses SQLite.",
                "Set CIIVSOFT__POSTGRES as well, or unset both."
            );
        }

        if (IsSet("KEYS") && IsSet("KEYFOLDER"))
        {
            yield return Complaint.Warning(
                "CIIVSOFT__KEYS and CIIVSOFT__KEYFOLDER are both set: the folder is not looked at.",
                "Unset the one that is not meant."
            );
        }

        var (silo, gateway) = (
            settings.Find("CIIVSOFT__CLUSTER__SILOPORT") ?? "11111",
            settings.Find("CIIVSOFT__CLUSTER__GATEWAYPORT") ?? "30000"
        );
        if (silo == gateway)
        {
            yield return Complaint.Problem(
                $"CIIVSOFT__CLUSTER__SILOPORT and CIIVSOFT__CLUSTER__GATEWAYPORT are both {silo}.",
                "Give them two ports."
            );
        }

        if (IsSet("LOGIN__AUTHORITY") && !IsSet("LOGIN__CLIENTID"))
        {
            yield return Complaint.Problem(
                "CIIVSOFT__LOGIN__AUTHORITY is set but CIIVSOFT__LOGIN__CLIENTID is not.",
                "Set it to the id that the provider gave this application."
            );
        }
    }

    // Whom messages are for, without what they are sent with.
    private static IEnumerable<Complaint> Unsent(Surroundings around)
    {
        bool IsSet(string name) => !string.IsNullOrWhiteSpace(around.Settings.Find($"CIIVSOFT__NOTIFY__{name}"));
        if (IsSet("TO") && !(IsSet("SMTP__HOST") && IsSet("SMTP__FROM")))
        {
            yield return Complaint.Problem(
                "CIIVSOFT__NOTIFY__TO is set but CIIVSOFT__NOTIFY__SMTP__HOST or CIIVSOFT__NOTIFY__SMTP__FROM is not.",
                "Set them to the mail server and the sender's address."
            );
        }

        if (IsSet("WEBHOOK__URL") && !IsSet("WEBHOOK__SECRET") && !IsSet("WEBHOOK__SECRETFILE"))
        {
            yield return Complaint.Problem(
                "CIIVSOFT__NOTIFY__WEBHOOK__URL is set but CIIVSOFT__NOTIFY__WEBHOOK__SECRET is not.",
                "Make one as docs/how-to/notifications.md says, and give it to the receiver too."
            );
        }
    }

    private static IEnumerable<Complaint> PublicAddress(Surroundings around)
    {
        foreach (
            var text in (around.Settings.Find("CIIVSOFT__HTTP") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var host = text.Replace("http://", "", StringComparison.OrdinalIgnoreCase).Split(':', '/')[0];
            var isPlain = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
            if (!isPlain || MachineChecks.IsOwn(host) || text.Contains("[::1]", StringComparison.Ordinal))
            {
                continue;
            }

            yield return Exposed(around, text);
        }
    }

    private static Complaint Exposed(Surroundings around, string address)
    {
        if (!string.IsNullOrWhiteSpace(around.Settings.Find("CIIVSOFT__LOGIN__AUTHORITY")))
        {
            return Complaint.Warning(
                $"CIIVSOFT__HTTP is {address}: what passes there is not encrypted.",
                "Put a proxy with TLS before it and keep others from this address."
            );
        }

        return around.Options.Variables.GetValueOrDefault("DOTNET_RUNNING_IN_CONTAINER") is "true"
            ? Complaint.Warning(
                $"CIIVSOFT__HTTP is {address}, as it must be in a container: who reaches the published port reaches pages and admin API, without encryption.",
                "Publish the port on 127.0.0.1 alone, or put a proxy with TLS before it and set CIIVSOFT__LOGIN__AUTHORITY."
            )
            : Complaint.Problem(
                $"CIIVSOFT__HTTP is {address}: pages and admin API can be reached from other machines, without encryption and with no login but links and the admin token.",
                "Listen on 127.0.0.1 behind a proxy with TLS, and set CIIVSOFT__LOGIN__AUTHORITY."
            );
    }
}
