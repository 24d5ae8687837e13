namespace CiivSoft.Lever;

/// <summary>Why Lever refused a write.</summary>
public enum LeverRefusal
{
    /// <summary>401 or 403: the key is not valid or lacks the right.</summary>
    MissingRight = 0,

    /// <summary>Any other 3xx or 4xx: this request will never succeed as it is.</summary>
    Rejected = 1,
}
