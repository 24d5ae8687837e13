namespace CiivSoft.Lever.Requests;

/// <summary>Which records a list shows. All but the first need a key that may see confidential data; other keys get 403.</summary>
public enum LeverConfidentiality
{
    /// <summary>Lever's default.</summary>
    NonConfidential = 0,

    /// <summary>Only confidential records.</summary>
    Confidential = 1,

    /// <summary>Both.</summary>
    All = 2,
}
