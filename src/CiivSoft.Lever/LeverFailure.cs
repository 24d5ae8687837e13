namespace CiivSoft.Lever;

/// <summary>The ways in which a read can fail.</summary>
public enum LeverFailure
{
    /// <summary>Lever answered with an error status.</summary>
    Status = 0,

    /// <summary>No complete answer within the limit.</summary>
    Timeout = 1,

    /// <summary>No connection, or it broke.</summary>
    Connection = 2,

    /// <summary>A success whose body is not what the API describes: truncated, no JSON, too deep, without data.</summary>
    Unreadable = 3,

    /// <summary>
    /// The one record asked for, or one of a list that had to be whole, has no usable id, another id, or impossible types.
    /// </summary>
    BrokenRecord = 6,

    /// <summary>The body is larger than <c>Lever:MaxAnswerBytes</c>.</summary>
    TooLarge = 4,

    /// <summary>A list went in circles, or its paging token was refused again and again.</summary>
    Paging = 5,
}
