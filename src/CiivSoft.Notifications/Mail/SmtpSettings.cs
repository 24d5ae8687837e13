namespace CiivSoft.Notifications.Mail;

/// <summary>The server that e-mails are handed to. Section <c>CiivSoft:Notify:Smtp</c>.</summary>
public sealed class SmtpSettings
{
    private const int LastPort = 65535;
    private const string Prefix = "CIIVSOFT__NOTIFY__SMTP__";

    /// <summary>The server's name. Null by default; needed where somebody is to get e-mails.</summary>
    public string? Host { get; set; }

    /// <summary>The default is 587, the port of submission.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted. The default is <see cref="SmtpTls.StartTls"/>.</summary>
    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>The user to log in as. Null, the default: no login.</summary>
    public string? User { get; set; }

    /// <summary>The user's password; never logged. Null by default.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password, read for every e-mail; instead of <see cref="Password"/>. Null by default.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The sender's address. Null by default; needed where somebody is to get e-mails.</summary>
    public string? From { get; set; }

    internal string? Problem =>
        string.IsNullOrWhiteSpace(Host)
            ? $"CiivSoft:Notify:Smtp:Host ({Prefix}HOST) is not set, but CIIVSOFT__NOTIFY__TO is: e-mails need a server."
        : Port is < 1 or > LastPort ? $"CiivSoft:Notify:Smtp:Port ({Prefix}PORT) is {Port}; it must be 1 to {LastPort}."
        : !NotifySettings.IsMailAddress(From)
            ? $"CiivSoft:Notify:Smtp:From ({Prefix}FROM) is '{From}'; it must be an e-mail address such as ciivsoft@example.com."
        : SecretSource.FindProblem(Password, PasswordFile, $"{Prefix}PASSWORD") is { } secret ? secret
        : HasUser != HasPassword
            ? $"Of {Prefix}USER and {Prefix}PASSWORD (or {Prefix}PASSWORDFILE) only one is set; a login needs both."
        : HasUser && Tls == SmtpTls.None && !IsThisMachine
            ? $"CiivSoft:Notify:Smtp:Tls ({Prefix}TLS) is None, so the password would be sent unencrypted to {Host}. Use StartTls "
                + "or Implicit."
        : null;

    internal bool HasUser => !string.IsNullOrWhiteSpace(User);

    private bool HasPassword => !string.IsNullOrEmpty(Password) || !string.IsNullOrWhiteSpace(PasswordFile);

    private bool IsThisMachine => new UriBuilder("smtp", Host).Uri.IsLoopback;

    internal string? ReadPassword() => SecretSource.Read(Password, PasswordFile);
}

/// <summary>How a connection to a mail server is encrypted.</summary>
public enum SmtpTls
{
    /// <summary>Begun in the clear and encrypted before anything is said (port 587). A server that cannot is not used.</summary>
    StartTls = 0,

    /// <summary>Encrypted from the first byte (port 465).</summary>
    Implicit = 1,

    /// <summary>Not at all, for a server on this machine or its own network.</summary>
    None = 2,
}
