namespace CiivSoft.LeverSimulator.Api;

/// <summary>The request is answered with an error in Lever's form.</summary>
internal sealed class RefusedException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public static RefusedException BadRequest(string message) => new(400, "BadRequestError", message);

    /// <param name="message">What is wrong with the value.</param>
    /// <param name="pointer">Where in the body it stands, as a JSON pointer.</param>
    public static RefusedException BadBody(string message, string pointer) => BadRequest($"{message} at {pointer}");

    public static RefusedException Unauthorized() => new(401, "Unauthorized", "Invalid API key");

    public static RefusedException Forbidden(string message = "API key does not have access to this endpoint") =>
        new(403, "Forbidden", message);

    public static RefusedException Confidential() => Forbidden("API key does not have access to confidential data");

    public static RefusedException NotFound(string message) => new(404, "ResourceNotFound", message);

    public static RefusedException Unprocessable(string message) => new(422, "UnprocessableEntity", message);

    public static RefusedException TooManyRequests() => new(429, "TooManyRequests", "Rate limit exceeded");
}
